-- The work of `outcomes ingest` as a plain Spark job does it: what ingest-duckdb.sql does, over the view `delivered` of typed CSV, whose
-- records that do not fit are in the column _corrupt_record; the views `sessions` and `quarantined` are the result.
-- :secret, :as_of, :techniques, :regions and :session_is_sound are put in by the benchmark.
CACHE TABLE checked AS
SELECT
  unhex(substr(sha2(concat(:secret, '|session|', clinic_id, '|', session_id), 256), 1, 32)) AS session_key,
  unhex(substr(sha2(concat(:secret, '|patient|', patient_id), 256), 1, 16)) AS patient_key,
  unhex(substr(sha2(concat(:secret, '|practitioner|', practitioner_id), 256), 1, 16)) AS practitioner_key,
  clinic_id, session_date, technique, body_region, condition, chronicity, age_band, sex, duration_min, attendance,
  nullif(adverse_event, 'none') AS adverse_event,
  pain_before, pain_after, mobility_before, mobility_after, sleep_score, function_score, stress_score,
  xxhash64(session_id, patient_id, clinic_id, session_date, technique, practitioner_id, body_region, condition, chronicity,
    age_band, sex, duration_min, attendance, adverse_event, pain_before, pain_after, mobility_before, mobility_after,
    sleep_score, function_score, stress_score) AS content,
  coalesce(_corrupt_record IS NULL
    AND session_id IS NOT NULL AND session_id NOT LIKE '%E+%' AND patient_id IS NOT NULL
    AND clinic_id RLIKE '^[A-Za-z0-9_-]{1,64}$'
    AND session_date BETWEEN DATE '1990-01-01' AND :as_of
    AND size(array_except(split(technique, '[+]'), :techniques)) = 0
    AND coalesce(array_contains(:regions, body_region), true)
    AND :session_is_sound, false) AS is_sound
FROM delivered;

CREATE TEMPORARY VIEW contradicting AS
SELECT session_key FROM checked WHERE is_sound GROUP BY session_key HAVING count(DISTINCT content) > 1;

CREATE TEMPORARY VIEW sound AS
SELECT * EXCEPT (is_sound), date_format(session_date, 'yyyy-MM') AS month
FROM checked LEFT ANTI JOIN contradicting USING (session_key)
WHERE is_sound;

CREATE TEMPORARY VIEW quarantined AS
SELECT session_key, patient_key
FROM checked LEFT JOIN (SELECT session_key, true AS is_conflict FROM contradicting) USING (session_key)
WHERE NOT is_sound OR coalesce(is_conflict, false)
