# Reference numbers for physio.outcomes.measure.Safety: adverse events a session, clustered over patients.
# Run from the project's root: Rscript src/test/r/safety.R (needs sandwich)
library(sandwich)
head <- paste("#", R.version.string, "sandwich", packageVersion("sandwich"), "by src/test/r/safety.R")
out <- function(name, rows) {
  file <- file.path("src/test/resources/reference", paste0(name, ".csv"))
  writeLines(head, file)
  numeric <- sapply(rows, is.double)
  rows[numeric] <- lapply(rows[numeric], function(x) sprintf("%.17g", x))
  suppressWarnings(write.table(rows, file, append = TRUE, sep = ",", quote = FALSE, row.names = FALSE))
}

# Patients differ in how often something happens to them; some are seen in two clinics.
set.seed(20260401)
patients <- 60
seen <- 1 + rpois(patients, 4)
sessions <- data.frame(patient = rep(seq_len(patients), seen))
sessions$clinic <- ifelse(runif(nrow(sessions)) < 0.1, "C3", c("C1", "C2")[1 + sessions$patient %% 2])
sessions$event <- rbinom(nrow(sessions), 1, rbeta(patients, 0.4, 3)[sessions$patient])
sessions$event[sessions$clinic == "C3"] <- 0L
out("safety-sessions", sessions)

# The robust variance of a mean is that of a regression on nothing; HC1 brings G/(G - 1). At 0 it says nothing: G.
safety <- function(rows) {
  n <- nrow(rows)
  p <- mean(rows$event)
  effective <- length(unique(rows$patient))
  if (p > 0 && p < 1) {
    robust <- vcovCL(lm(event ~ 1, rows), cluster = rows$patient, type = "HC1")[1, 1]
    effective <- n / max(1, robust / (p * (1 - p) / (n - 1)))
  }
  limits <- suppressWarnings(prop.test(p * effective, effective, correct = FALSE)$conf.int)
  data.frame(n_sessions = n, n_patients = length(unique(rows$patient)), adverse_events = sum(rows$event),
    adverse_rate = p, adverse_ci_low = limits[1], adverse_ci_high = limits[2], adverse_n_effective = as.double(effective))
}
clinics <- c(split(sessions, sessions$clinic), list(all = sessions))
out("safety", do.call(rbind, lapply(names(clinics), function(name) cbind(clinic_id = name, safety(clinics[[name]])))))
