# Reference numbers for physio.outcomes.compare.ClinicAdjustment; base R only.
# Run from the project's root: Rscript src/test/r/adjusted.R
out <- function(name, rows) {
  file <- file.path("src/test/resources/reference", paste0(name, ".csv"))
  writeLines(paste("#", R.version.string, "by src/test/r/adjusted.R"), file)
  numeric <- sapply(rows, is.double)
  rows[numeric] <- lapply(rows[numeric], function(x) sprintf("%.17g", x))
  suppressWarnings(write.table(rows, file, append = TRUE, sep = ",", quote = FALSE, row.names = FALSE, na = ""))
}

# Episodes, some patients with two; clinics treat different people; two age bands are rare, and some sexes missing.
set.seed(20260111)
n <- 420L
patient <- sort(sample.int(340L, n, replace = TRUE))
first <- match(patient, patient)
clinic <- paste0("C", sample.int(7L, n, replace = TRUE, prob = c(9, 8, 7, 6, 5, 4, 1)))
shift <- as.integer(substring(clinic, 2L))
age <- sample(c("20-29", "30-39", "40-49", "80-89", "90+"), n, replace = TRUE, prob = c(30, 40, 28, 1, 0.6))[first]
sex <- sample(c("female", "male", NA), n, replace = TRUE, prob = c(5, 4, 1))[first]
baseline <- 30L + sample.int(40L, n, replace = TRUE) + 2L * shift
follow_up <- as.integer(round(0.6 * baseline - 3 * (shift == 5L) + 4 * (age == "30-39") + rnorm(n, sd = 6)))
rows <- data.frame(patient, clinic, age_band = age, sex, baseline, follow_up)
out("adjusted-episodes", rows)

# Levels of fewer than five patients are one; missing is a level, the last.
patients <- tapply(rows$patient, rows$age_band, function(own) length(unique(own)))
rare <- names(patients)[patients < 5]
stopifnot(length(rare) == 2, length(unique(rows$patient[rows$age_band %in% rare])) >= 5)
rows$age_band[rows$age_band %in% rare] <- "pooled"
rows$sex <- factor(ifelse(is.na(rows$sex), "missing", rows$sex), c("female", "male", "missing"))

# Lower is better.
fit <- lm(follow_up ~ baseline + age_band + sex, rows)
rows$improvement <- rows$baseline - rows$follow_up
rows$expected <- rows$baseline - fitted(fit)
all <- mean(rows$improvement)
of <- function(own, clinic_id) data.frame(clinic_id, n_episodes = nrow(own),
  n_patients = length(unique(own$patient)), improvement_mean = mean(own$improvement),
  expected_mean = mean(own$expected), adjusted_mean = mean(own$improvement - own$expected) + all,
  adjusted_sd = sigma(fit))
by_clinic <- split(rows, rows$clinic)
out("adjusted", do.call(rbind, c(Map(of, by_clinic, names(by_clinic)), list(of(rows, "all")))))
