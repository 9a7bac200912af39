# Reference numbers for physio.outcomes.measure.statistic; base R only.
# Run from the project's root: Rscript src/test/r/statistic.R
out <- function(name, rows) {
  file <- file.path("src/test/resources/reference", paste0(name, ".csv"))
  writeLines(paste("#", R.version.string, "by src/test/r/statistic.R"), file)
  numeric <- sapply(rows, is.numeric)
  rows[numeric] <- lapply(rows[numeric], function(x) ifelse(is.na(x), "", sprintf("%.17g", x)))
  suppressWarnings(write.table(rows, file, append = TRUE, sep = ",", quote = FALSE, row.names = FALSE))
}
joined <- function(x) paste(x, collapse = " ")

# Hodges-Lehmann in whole steps. Off-grid mu keeps the zeros. The root search stops within 1e-4, and Walsh averages of
# whole numbers are multiples of 1/2: rounding gives the exact limit. The estimate is the median of the averages
# themselves. When 95% cannot be reached R warns and widens; here the limits are then blank.
set.seed(20260101)
samples <- list(
  one = 3, equal = rep(2, 8), six = 1:6 + 0, seven = 1:7 + 0, zeros = c(rep(0, 12), 1, -2, 4),
  two_values = c(rep(0, 20), rep(1, 20)), skewed = c(rep(-1, 30), 5, 9, 40), even = c(-4, -1, 0, 0, 2, 3, 7, 8, 12, 15),
  tied_end = c(rep(0, 30), 1, 2, 3), odd = round(rnorm(37, 1, 6)), wide = round(rnorm(60, -300, 2000)),
  coarse = sample(-2:2, 200, TRUE), large = round(rnorm(400, -2, 3)))
hl <- do.call(rbind, lapply(names(samples), function(name) {
  x <- samples[[name]]
  sums <- outer(x, x, "+")
  reached <- TRUE
  ci <- withCallingHandlers(
    wilcox.test(x, mu = 0.123, conf.int = TRUE, exact = FALSE, tol.root = 1e-6)$conf.int,
    warning = function(w) { reached <<- FALSE; invokeRestart("muffleWarning") })
  reached <- reached && all(is.finite(ci)) && attr(ci, "conf.level") == 0.95
  data.frame(name = name, values = joined(x), estimate = median(sums[!lower.tri(sums)]) / 2,
    low = if (reached) round(2 * ci[1]) / 2 + 0 else NA, high = if (reached) round(2 * ci[2]) / 2 + 0 else NA)
}))
out("hodges-lehmann", hl)

# Quantiles of type 7.
out("quantile", do.call(rbind, lapply(names(samples), function(name) data.frame(
  name = name, values = joined(samples[[name]]), p = c(0, 0.1, 0.25, 1 / 3, 0.5, 0.75, 0.9, 1),
  quantile = quantile(samples[[name]], c(0, 0.1, 0.25, 1 / 3, 0.5, 0.75, 0.9, 1), names = FALSE)))))

# Score intervals.
counts <- data.frame(responders = c(0, 1, 4, 5, 34, 8, 44, 36668), size = c(37, 1, 36, 35, 44, 47, 44, 38432))
out("wilson", cbind(counts, t(mapply(function(x, n) {
  ci <- suppressWarnings(prop.test(x, n, correct = FALSE)$conf.int)
  c(low = ci[1], high = ci[2])
}, counts$responders, counts$size))))

# Student's t: quantile, and p far out.
student <- expand.grid(t = c(0, 0.5, 2, 8.3, 15, 60), df = c(1, 2.5, 43, 103.48797, 1950, 40318.1))
out("student-t", data.frame(student, p = 2 * pt(student$t, student$df, lower.tail = FALSE),
  quantile = qt(0.975, student$df)))
