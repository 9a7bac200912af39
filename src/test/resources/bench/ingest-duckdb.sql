-- The work of `outcomes ingest` as DuckDB does it best: typed columns whose breaches go to its rejects table, the other checks as one
-- expression, ids keyed by SHA-256, repeated sessions told from contradicting ones, Parquet by month.
-- :files, :out, :secret, :as_of, :techniques, :regions and :session_is_sound are put in by the benchmark.
CREATE TEMP TABLE checked AS
SELECT
  unhex(substr(sha256(:secret || '|session|' || clinic_id || '|' || session_id), 1, 32)) AS session_key,
  unhex(substr(sha256(:secret || '|patient|' || patient_id), 1, 16)) AS patient_key,
  unhex(substr(sha256(:secret || '|practitioner|' || practitioner_id), 1, 16)) AS practitioner_key,
  clinic_id, session_date, technique, body_region, condition, chronicity, age_band, sex, duration_min, attendance,
  nullif(adverse_event, 'none') AS adverse_event,
  pain_before, pain_after, mobility_before, mobility_after, sleep_score, function_score, stress_score,
  filename,
  hash(session_id, patient_id, clinic_id, session_date, technique, practitioner_id, body_region, condition, chronicity,
    age_band, sex, duration_min, attendance, adverse_event, pain_before, pain_after, mobility_before, mobility_after,
    sleep_score, function_score, stress_score) AS content,
  session_id IS NOT NULL AND session_id NOT LIKE '%E+%' AND patient_id IS NOT NULL
    AND regexp_full_match(clinic_id, '[A-Za-z0-9_-]{1,64}')
    AND session_date BETWEEN DATE '1990-01-01' AND :as_of
    AND list_has_all(:techniques, string_split(technique, '+'))
    AND coalesce(list_contains(:regions, body_region), true)
    AND :session_is_sound AS is_sound
FROM read_csv(:files, header = true, nullstr = '', filename = true, store_rejects = true,
  columns = {
    'session_id': 'VARCHAR', 'patient_id': 'VARCHAR', 'clinic_id': 'VARCHAR', 'session_date': 'DATE', 'technique': 'VARCHAR',
    'practitioner_id': 'VARCHAR', 'body_region': 'VARCHAR', 'condition': 'VARCHAR', 'chronicity': 'VARCHAR',
    'age_band': 'VARCHAR', 'sex': 'VARCHAR', 'duration_min': 'SMALLINT', 'attendance': 'VARCHAR', 'adverse_event': 'VARCHAR',
    'pain_before': 'TINYINT', 'pain_after': 'TINYINT', 'mobility_before': 'TINYINT', 'mobility_after': 'TINYINT',
    'sleep_score': 'TINYINT', 'function_score': 'TINYINT', 'stress_score': 'TINYINT'});

CREATE TEMP TABLE repeated AS
SELECT session_key, count(DISTINCT content) > 1 AS is_conflict, min(rowid) AS first_row
FROM checked WHERE is_sound
GROUP BY session_key HAVING count(*) > 1;

COPY (
  SELECT checked.* EXCLUDE (content, is_sound), date_trunc('month', session_date) AS month
  FROM checked LEFT JOIN repeated USING (session_key)
  WHERE is_sound AND (is_conflict IS NULL OR (NOT is_conflict AND checked.rowid = first_row))
) TO :sessions (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (month));

COPY (
  SELECT session_key, patient_key, filename
  FROM checked LEFT JOIN repeated USING (session_key)
  WHERE NOT coalesce(is_sound, false) OR is_conflict
) TO :quarantine (FORMAT parquet, COMPRESSION zstd);

COPY (SELECT DISTINCT file_id, line FROM reject_errors) TO :rejects (FORMAT parquet, COMPRESSION zstd);
