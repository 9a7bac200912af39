# The peer of the mixed model in jobs/bench compare: lme4::lmer on rows that MixedCase has written.
# Rscript src/test/r/bench-mixed.R FOLDER REFERENCE RUNS
suppressMessages(library(lme4))
arguments <- commandArgs(TRUE)
rows <- read.csv(list.files(arguments[1], "[.]csv$", full.names = TRUE), colClasses = c(patient = "character"))
for (name in setdiff(names(rows), c("baseline", "improvement"))) rows[[name]] <- factor(rows[[name]])
rows$technique <- relevel(rows$technique, arguments[2])
case_mix <- setdiff(names(rows), c("patient", "technique", "visit", "baseline", "improvement"))
terms <- paste(c("technique", "baseline", "visit", case_mix, "(1 | patient)"), collapse = " + ")
cat("rows", nrow(rows), "\n")
for (i in seq_len(as.integer(arguments[3])))
  cat("seconds", system.time(fit <- lmer(as.formula(paste("improvement ~", terms)), rows))[["elapsed"]], "\n")
for (technique in levels(rows$technique)[-1])
  cat("technique", technique, sprintf("%.10f", fixef(fit)[[paste0("technique", technique)]]), "\n")
