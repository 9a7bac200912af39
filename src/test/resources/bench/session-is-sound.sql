coalesce(duration_min BETWEEN 5 AND 240, true)
    AND attendance IN ('attended', 'cancelled', 'did_not_attend')
    AND (attendance = 'attended' OR coalesce(pain_before, pain_after, mobility_before, mobility_after, sleep_score,
      function_score, stress_score) IS NULL)
    AND coalesce(pain_before BETWEEN 0 AND 10, true) AND coalesce(pain_after BETWEEN 0 AND 10, true)
    AND coalesce(mobility_before BETWEEN 0 AND 100, true) AND coalesce(mobility_after BETWEEN 0 AND 100, true)
    AND coalesce(sleep_score BETWEEN 0 AND 21, true) AND coalesce(function_score BETWEEN 0 AND 10, true)
    AND coalesce(stress_score BETWEEN 0 AND 40, true)
