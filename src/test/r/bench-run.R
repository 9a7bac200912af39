# The peer of `outcomes ingest` and of its figures in jobs/bench run, measure and small, in data.table: the work of bench/ingest-duckdb.sql
# and bench/measure-duckdb.sql, by the same rules; sessions are written as CSV, since Parquet would need a package more.
# Rscript src/test/r/bench-run.R FILES OUT TECHNIQUES REGIONS [ingest] [measure MONTH]; lists are joined by commas, MONTH is like 2024-06.
suppressMessages({library(data.table); library(openssl)})
setDTthreads(percent = 100)
arguments <- commandArgs(TRUE)
steps <- arguments[-(1:4)]
out <- arguments[2]
techniques <- strsplit(arguments[3], ",")[[1]]
regions <- strsplit(arguments[4], ",")[[1]]
scores <- c("pain_before", "pain_after", "mobility_before", "mobility_after", "sleep_score", "function_score", "stress_score")
highest <- c(10, 10, 100, 100, 21, 10, 40)
secret <- "0123456789abcdef"

# A column with anything in it that is no whole number comes as text.
whole <- function(x) {
  if (!is.character(x)) return(list(value = as.integer(x), is_read = TRUE))
  list(value = suppressWarnings(as.integer(x)), is_read = is.na(x) | grepl("^[+-]?[0-9]+$", x))
}
keyed <- function(kind, ...) as.character(sha256(paste(secret, kind, ..., sep = "|")))
keyed_once <- function(kind, ids) {
  known <- unique(ids)
  keyed(kind, known)[match(ids, known)]
}
between_or_missing <- function(x, low, high) is.na(x) | (x >= low & x <= high)

read <- function(file) {
  rows <- fread(file, na.strings = "", colClasses = list(character = c("session_id", "patient_id", "clinic_id",
    "technique", "practitioner_id", "body_region", "condition", "chronicity", "age_band", "sex", "attendance",
    "adverse_event", "session_date")), fill = TRUE, showProgress = FALSE)
  rows[, is_sound := TRUE]
  for (column in c("duration_min", scores)) {
    converted <- whole(rows[[column]])
    set(rows, j = column, value = converted$value)
    rows[, is_sound := is_sound & converted$is_read]
  }
  rows
}
if ("ingest" %in% steps) {
  all_rows <- rbindlist(lapply(list.files(arguments[1], "[.]csv$", full.names = TRUE), read))
  dates <- data.table(text = unique(all_rows$session_date))
  dates[, day := as.IDate(text, "%Y-%m-%d")][nchar(text) != 10, day := NA]
  all_rows[, day := dates$day[match(session_date, dates$text)]]
  named <- data.table(text = unique(all_rows$technique))
  named[, is_known := vapply(strsplit(text, "+", fixed = TRUE), function(parts) all(parts %in% techniques), NA)]
  all_rows[, is_sound := is_sound & !is.na(session_id) & !grepl("E+", session_id, fixed = TRUE) & !is.na(patient_id)
    & grepl("^[A-Za-z0-9_-]{1,64}$", clinic_id) & !is.na(day) & day >= as.IDate("1990-01-01") & day <= as.IDate("2026-01-01")
    & named$is_known[match(technique, named$text)] & (is.na(body_region) | body_region %in% regions)
    & between_or_missing(duration_min, 5, 240) & attendance %in% c("attended", "cancelled", "did_not_attend")]
  for (i in seq_along(scores)) {
    score <- all_rows[[scores[i]]]
    all_rows[, is_sound := is_sound & between_or_missing(score, 0, highest[i]) & (attendance == "attended" | is.na(score))]
  }
  all_rows[is.na(is_sound), is_sound := FALSE]
  all_rows[, session_key := keyed("session", clinic_id, session_id)]
  all_rows[, patient_key := keyed_once("patient", patient_id)]
  all_rows[, practitioner_key := keyed_once("practitioner", practitioner_id)]
  all_rows[adverse_event == "none", adverse_event := NA]

  # Equal repetitions count once; those that contradict each other do not count.
  content <- setdiff(names(all_rows), c("is_sound", "day"))
  sound <- unique(all_rows[(is_sound)], by = content)
  contradicting <- sound[duplicated(session_key), unique(session_key)]
  quarantined <- rbind(all_rows[!(is_sound), .(session_key, patient_key)],
    all_rows[is_sound & session_key %in% contradicting, .(session_key, patient_key)])
  sound <- sound[!session_key %in% contradicting]
  rm(all_rows)
  sound[, c("session_id", "patient_id", "practitioner_id", "is_sound") := NULL]
  dir.create(file.path(out, "sessions"), recursive = TRUE)
  sound[, fwrite(.SD, file.path(out, "sessions", paste0(.BY[[1]], ".csv"))), by = .(month = substr(session_date, 1, 7))] |> invisible()
  fwrite(quarantined, file.path(out, "quarantine.csv"))
} else {
  sound <- rbindlist(lapply(list.files(file.path(out, "sessions"), full.names = TRUE), fread, na.strings = ""))
}
if (!"measure" %in% steps) quit()

month <- as.IDate(paste0(steps[match("measure", steps) + 1], "-01"))
last_day <- as.IDate(seq(month, by = "month", length.out = 2)[2]) - 1L
attended <- sound[attendance == "attended" & day <= last_day]
rm(sound)
attended[, patient := match(patient_key, unique(patient_key))]
attended[, technique := fifelse(grepl("+", technique, fixed = TRUE), "combined", technique)]
attended[, region := fcoalesce(body_region, "unknown")]
attended <- attended[, c("patient", "clinic_id", "day", "technique", "region", ..scores)]
least <- function(x) if (all(is.na(x))) NA_integer_ else min(x, na.rm = TRUE)

# One row a day of an episode: the smallest of several scores counts.
setorder(attended, patient, region, day)
attended[, place := .GRP, by = .(patient, region, day)]
days <- attended[!duplicated(place), .(patient, region, day, place)]
days[, sessions := attended[, .N, by = place]$N]
repeated <- days$place[days$sessions > 1]
single <- attended[!duplicated(place)]
if (length(repeated)) several <- attended[place %in% repeated, c(list(clinic_id = min(clinic_id)), lapply(.SD, least)), by = place, .SDcols = scores]
columns <- c("clinic_id", scores)
if (length(repeated)) single[several$place, (columns) := several[, ..columns]]
days[, (c("clinic_id", "pain", "mobility", "sleep", "function", "stress")) :=
  single[, .(clinic_id, pain_before, mobility_before, sleep_score, function_score, stress_score)]]
days[, is_first := patient != shift(patient, fill = -1L) | region != shift(region, fill = "") | day - shift(day, fill = month) > 90L]
days[, episode := cumsum(is_first)]
episodes <- days[, .(start = day[1], last = day[.N], clinic = clinic_id[1]), by = .(episode, patient, region)]
days[episodes, on = "episode", c("start", "last", "clinic") := .(i.start, i.last, i.clinic)]

# Where a patient has episodes of several regions on one day, the one that started first has the scores of the patient.
days[, on_day := .N, by = .(patient, day)]
days[, is_leading := TRUE]
days[on_day > 1, is_leading := seq_len(.N) == order(start, region)[1], by = .(patient, day)]
deviation <- days[day == start & (is_leading), sd(stress, na.rm = TRUE)]

used_days <- days[last >= month]
used_days[!(is_leading), c("sleep", "stress") := NA_integer_]
scored <- melt(used_days, id.vars = c("episode", "start", "day"), measure.vars = c("pain", "mobility", "function", "sleep", "stress"),
  variable.name = "measure", value.name = "score", variable.factor = FALSE, na.rm = TRUE)
setorder(scored, episode, measure, day)
ends <- scored[, .(start = start[1], first = day[1], until = day[.N], baseline = score[1], follow_up = score[.N]), by = .(episode, measure)]
ends <- ends[first == start & until > start][, first := NULL]

attended[days, on = "place", episode := i.episode]
asked <- unique(ends[, .(episode, until)])
within <- attended[asked, on = "episode", .(episode, until = i.until, day, technique), allow.cartesian = TRUE]
uses <- within[day < until, .(uses = .N), by = .(episode, until, technique)]
uses[, all_uses := sum(uses), by = .(episode, until)]
shares <- uses[100L * uses >= 66L * all_uses, .(technique = min(technique)), by = .(episode, until)]
counted <- within[day <= until, .(sessions = .N), by = .(episode, until)]
lasting <- counted[ends, on = c("episode", "until")]
lasting <- shares[lasting, on = c("episode", "until")][is.na(technique), technique := "mixed"]
lasting <- episodes[lasting, on = "episode", .(patient, episode, clinic_id = clinic, measure, window = "episode", technique, sessions, baseline, follow_up)]
of_month <- attended[day >= month]
immediate <- rbind(of_month[, .(patient, episode, clinic_id, measure = "pain", window = "session", technique, sessions = 1L,
    baseline = pain_before, follow_up = pain_after)],
  of_month[, .(patient, episode, clinic_id, measure = "mobility", window = "session", technique, sessions = 1L,
    baseline = mobility_before, follow_up = mobility_after)])[!is.na(baseline) & !is.na(follow_up)]
changes <- rbind(lasting, immediate)
changes <- rbind(changes, copy(changes)[, clinic_id := "all"])
changes <- rbind(changes, copy(changes)[, technique := "all"])
changes[, change := follow_up - baseline]
polarity <- c(pain = -1, mobility = 1, sleep = -1, `function` = 1, stress = -1)
threshold <- c(pain = 2, mobility = 10, sleep = 3, `function` = 2, stress = max(1, ceiling(0.5 * deviation)))
changes[, improvement := change * polarity[measure]]

cell <- c("clinic_id", "measure", "window", "technique")
by_patient <- changes[, .(n = .N, change = sum(change), episodes = uniqueN(episode)), by = c(cell, "patient")]
patients <- by_patient[, .(n_episodes = sum(episodes), n_patients = .N,
  residual = sum((change - sum(change) / sum(n) * n)^2)), by = cell]
cells <- changes[, .(n = .N, n_sessions = sum(sessions), baseline_mean = mean(baseline), baseline_sd = sd(baseline),
  follow_up_mean = mean(follow_up), follow_up_sd = sd(follow_up), change_mean = mean(change), change_sd = sd(change),
  change_median = quantile(change, 0.5), change_q1 = quantile(change, 0.25), change_q3 = quantile(change, 0.75),
  improved = sum(improvement >= threshold[measure]), deteriorated = sum(improvement <= -threshold[measure])), by = cell]
cells <- patients[cells, on = cell]
cells[, change_se := fifelse(n_patients > 1, sqrt(n_patients / (n_patients - 1) * residual) / n, NA_real_)]
setorderv(cells, cell)
fwrite(cells[, .(clinic_id, measure, window, technique, n_sessions, n_episodes, n_patients, baseline_mean, baseline_sd,
  follow_up_mean, follow_up_sd, change_mean, change_sd, change_se, change_median, change_q1, change_q3, improved, deteriorated)],
  file.path(out, "technique_outcomes.csv"))
