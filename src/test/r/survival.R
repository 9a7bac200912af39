# Reference numbers for KaplanMeier and LogRank; survival.
# Run from the project's root: Rscript src/test/r/survival.R
library(survival)
out <- function(name, rows) {
  file <- file.path("src/test/resources/reference", paste0(name, ".csv"))
  writeLines(paste("#", R.version.string, "survival", packageVersion("survival"), "by src/test/r/survival.R"), file)
  numeric <- sapply(rows, is.numeric)
  rows[numeric] <- lapply(rows[numeric], function(x) ifelse(is.na(x), "", sprintf("%.17g", x)))
  suppressWarnings(write.table(rows, file, append = TRUE, sep = ",", quote = FALSE, row.names = FALSE))
}
set.seed(20260304)
rows <- 160
frame <- data.frame(stratum = sample(c("back", "neck"), rows, TRUE), group = sample(c("a", "b", "c", "quiet"), rows, TRUE))
event <- ceiling(rexp(rows, 1 / c(a = 40, b = 60, c = 90, quiet = 1e6)[frame$group]))
end <- sample(20:120, rows, TRUE)
frame$day <- pmin(event, end)
frame$event <- +(event <= end)
# The last of group a has the event: nobody is left.
last <- which.max(ifelse(frame$group == "a", frame$day, -1))
frame$event[last] <- 1
out("survival-times", frame)

fit <- summary(survfit(Surv(day, event) ~ group, frame))
out("kaplan-meier", data.frame(group = sub("group=", "", fit$strata), day = fit$time, at_risk = fit$n.risk, events = fit$n.event,
  survival = fit$surv, se = ifelse(fit$surv == 0, 0, fit$std.err), low = fit$lower, high = fit$upper))

sums <- function(x) if (is.matrix(x)) rowSums(x) else x
test <- function(name, subset, formula) {
  fit <- survdiff(formula, frame[subset, ])
  groups <- sort(unique(frame$group[subset]))
  data.frame(name, group = groups, size = as.numeric(sums(fit$n)), observed = sums(fit$obs), expected = sums(fit$exp), chi = fit$chisq,
    df = length(groups) - 1, p = pchisq(fit$chisq, length(groups) - 1, lower.tail = FALSE))
}
all <- rep(TRUE, rows)
two <- frame$group %in% c("a", "b")
out("log-rank", rbind(test("all", all, Surv(day, event) ~ group), test("two", two, Surv(day, event) ~ group),
  test("stratified", all, Surv(day, event) ~ group + strata(stratum)),
  test("stratified two", two, Surv(day, event) ~ group + strata(stratum))))
