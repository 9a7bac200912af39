-- The table technique_outcomes of a month, from the view `sessions`: what measure-duckdb.sql does, in Spark's words.
-- :month (its first day) is put in by the benchmark; the last statement is the result.
CREATE TEMPORARY VIEW attended AS
SELECT patient_key AS patient, clinic_id, session_date AS day,
  CASE WHEN contains(technique, '+') THEN 'combined' ELSE technique END AS technique,
  coalesce(body_region, 'unknown') AS region,
  pain_before, pain_after, mobility_before, mobility_after, sleep_score, function_score, stress_score
FROM sessions
WHERE attendance = 'attended' AND session_date <= last_day(:month);

-- One row a day of an episode: the smallest of several scores counts.
CACHE TABLE days AS
WITH by_day AS (
  SELECT patient, region, day, count(*) AS sessions, min(clinic_id) AS clinic_id,
    min(pain_before) AS pain, min(mobility_before) AS mobility, min(sleep_score) AS sleep,
    min(function_score) AS function, min(stress_score) AS stress
  FROM attended GROUP BY patient, region, day
), numbered AS (
  SELECT *, coalesce(datediff(day, lag(day) OVER (PARTITION BY patient, region ORDER BY day)) > 90, true) AS is_first
  FROM by_day
)
SELECT * EXCEPT (is_first),
  sum(CAST(is_first AS INT)) OVER (PARTITION BY patient, region ORDER BY day) AS episode
FROM numbered;

CREATE TEMPORARY VIEW episodes AS
SELECT patient, region, episode, min(day) AS start, max(day) AS last, min_by(clinic_id, day) AS clinic
FROM days GROUP BY patient, region, episode;

-- Where a patient has episodes of several regions on one day, the one that started first has the scores of the patient.
CACHE TABLE led AS
SELECT days.*, start, last, clinic,
  struct(start, region) = min(struct(start, region)) OVER (PARTITION BY patient, day) AS is_leading
FROM days JOIN episodes USING (patient, region, episode);

CREATE TEMPORARY VIEW deviation AS
SELECT stddev_samp(stress) AS stress FROM led WHERE day = start AND is_leading;

CREATE TEMPORARY VIEW ends AS
WITH scores AS (
  SELECT * FROM (
    SELECT patient, region, episode, clinic, start, day,
      CAST(pain AS INT) AS pain, CAST(mobility AS INT) AS mobility, CAST(function AS INT) AS function,
      CASE WHEN is_leading THEN CAST(sleep AS INT) END AS sleep,
      CASE WHEN is_leading THEN CAST(stress AS INT) END AS stress
    FROM led WHERE last >= :month
  ) UNPIVOT (score FOR measure IN (pain, mobility, function, sleep, stress))
)
SELECT * FROM (
  SELECT patient, region, episode, measure, any_value(clinic) AS clinic, any_value(start) AS start,
    max(score) FILTER (WHERE day = start) AS baseline, max(day) AS until, max_by(score, day) AS follow_up
  FROM scores GROUP BY patient, region, episode, measure
) WHERE baseline IS NOT NULL AND until > start;

CREATE TEMPORARY VIEW lasting AS
WITH asked AS (
  SELECT DISTINCT patient, region, episode, until FROM ends
), used AS (
  SELECT patient, region, episode, until, technique, count(*) AS uses
  FROM attended JOIN episodes USING (patient, region) JOIN asked USING (patient, region, episode)
  WHERE day BETWEEN start AND last AND day < until
  GROUP BY patient, region, episode, until, technique
), shares AS (
  SELECT patient, region, episode, until,
    coalesce(min(technique) FILTER (WHERE 100 * uses >= 66 * all_uses), 'mixed') AS technique
  FROM (SELECT *, sum(uses) OVER (PARTITION BY patient, region, episode, until) AS all_uses FROM used)
  GROUP BY patient, region, episode, until
), counted AS (
  SELECT patient, region, episode, until, sum(sessions) AS sessions
  FROM days JOIN asked USING (patient, region, episode)
  WHERE day <= until GROUP BY patient, region, episode, until
)
SELECT patient, region, episode, clinic AS clinic_id, measure, 'episode' AS window_name, technique, sessions, baseline, follow_up
FROM ends JOIN shares USING (patient, region, episode, until) JOIN counted USING (patient, region, episode, until);

CREATE TEMPORARY VIEW immediate AS
SELECT patient, region, episode, scored.clinic_id, measure, 'session' AS window_name, technique, CAST(1 AS BIGINT) AS sessions,
  baseline, follow_up
FROM (
  SELECT *, 'pain' AS measure, CAST(pain_before AS INT) AS baseline, CAST(pain_after AS INT) AS follow_up FROM attended
  UNION ALL
  SELECT *, 'mobility', CAST(mobility_before AS INT), CAST(mobility_after AS INT) FROM attended
) AS scored JOIN days USING (patient, region, day)
WHERE day >= :month AND baseline IS NOT NULL AND follow_up IS NOT NULL;

-- Each row in every margin over clinics and techniques.
CACHE TABLE changes AS
WITH of_clinics AS (
  SELECT * EXCEPT (clinic_id), explode(array(clinic_id, 'all')) AS clinic_id
  FROM (SELECT * FROM lasting UNION ALL SELECT * FROM immediate)
)
SELECT * EXCEPT (technique), explode(array(technique, 'all')) AS technique, follow_up - baseline AS change,
  CASE WHEN measure IN ('mobility', 'function') THEN 1 ELSE -1 END AS polarity,
  CASE measure WHEN 'pain' THEN 2 WHEN 'mobility' THEN 10 WHEN 'sleep' THEN 3 WHEN 'function' THEN 2
    ELSE greatest(1, ceil(0.5 * (SELECT stress FROM deviation))) END AS threshold
FROM of_clinics;

WITH by_patient AS (
  SELECT clinic_id, measure, window_name, technique, patient, count(*) AS n, sum(sessions) AS sessions,
    count(DISTINCT region, episode) AS episodes, sum(baseline) AS baseline, sum(baseline * baseline) AS baseline2,
    sum(follow_up) AS follow_up, sum(follow_up * follow_up) AS follow_up2, sum(change) AS change,
    sum(change * change) AS change2, sum(CAST(change * polarity >= threshold AS INT)) AS improved,
    sum(CAST(change * polarity <= -threshold AS INT)) AS deteriorated
  FROM changes GROUP BY clinic_id, measure, window_name, technique, patient
), quantiles AS (
  SELECT clinic_id, measure, window_name, technique, percentile(change, array(0.5, 0.25, 0.75)) AS q
  FROM changes GROUP BY clinic_id, measure, window_name, technique
), cells AS (
  SELECT clinic_id, measure, window_name, technique, sum(n) AS n, sum(sessions) AS n_sessions,
    sum(episodes) AS n_episodes, count(*) AS n_patients, sum(baseline) AS b, sum(baseline2) AS b2, sum(follow_up) AS f,
    sum(follow_up2) AS f2, sum(change) AS c, sum(change2) AS c2, sum(n * n) AS nn, sum(n * change) AS nc,
    sum(change * change) AS cc, sum(improved) AS improved, sum(deteriorated) AS deteriorated
  FROM by_patient GROUP BY clinic_id, measure, window_name, technique
)
SELECT clinic_id, measure, window_name AS window, technique, n_sessions, n_episodes, n_patients,
  b / n AS baseline_mean, sqrt((b2 - b * b / n) / nullif(n - 1, 0)) AS baseline_sd,
  f / n AS follow_up_mean, sqrt((f2 - f * f / n) / nullif(n - 1, 0)) AS follow_up_sd,
  c / n AS change_mean, sqrt((c2 - c * c / n) / nullif(n - 1, 0)) AS change_sd,
  sqrt(n_patients / nullif(n_patients - 1, 0) * greatest(0, cc - 2 * (c / n) * nc + (c / n) * (c / n) * nn)) / n AS change_se,
  q[0] AS change_median, q[1] AS change_q1, q[2] AS change_q3, improved, deteriorated
FROM cells JOIN quantiles USING (clinic_id, measure, window_name, technique)
ORDER BY clinic_id, measure, window, technique
