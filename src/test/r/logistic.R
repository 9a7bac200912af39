# Reference numbers for LogisticFit; base R only.
# Run from the project's root: Rscript src/test/r/logistic.R
out <- function(name, rows) {
  file <- file.path("src/test/resources/reference", paste0(name, ".csv"))
  writeLines(paste("#", R.version.string, "by src/test/r/logistic.R"), file)
  numeric <- sapply(rows, is.numeric)
  rows[numeric] <- lapply(rows[numeric], function(x) ifelse(is.na(x), "", sprintf("%.17g", x)))
  suppressWarnings(write.table(rows, file, append = TRUE, sep = ",", quote = FALSE, row.names = FALSE))
}

set.seed(20260302)
# Columns: intercept, nine dummies of a factor of ten levels, the tenth (aliased), a region, a baseline.
design <- function(scenario, rows, trials, far = 0, separate = FALSE) {
  level <- sample(1:10, rows, TRUE)
  dummies <- sapply(1:10, function(i) +(level == i))
  colnames(dummies) <- paste0("level", 1:10)
  region <- sample(0:1, rows, TRUE)
  baseline <- far + sample(10:90, rows, TRUE)
  odds <- -1 + 0.15 * level + 0.6 * region + 0.02 * (baseline - far - 50)
  n <- if (trials == 1) rep(1, rows) else sample(1:trials, rows, TRUE)
  frame <- data.frame(scenario, intercept = 1, dummies[, -1], level1 = dummies[, 1], region, baseline, trials = n,
    successes = rbinom(rows, n, plogis(odds)))
  # Level 4 in one arm only.
  if (separate) frame$successes[level == 4] <- frame$trials[level == 4]
  frame
}
designs <- list(design("counts", 150, 12), design("distinct", 300, 1), design("far", 150, 6, far = 99900),
  design("separated", 250, 1, separate = TRUE))
out("logistic-design", do.call(rbind, designs))

reference <- function(frame) {
  gone <- frame$scenario == "separated" & frame$level4 == 1
  centre <- mean(frame$baseline)
  fitted <- frame[!gone, ]
  fitted$baseline <- fitted$baseline - centre
  x <- as.matrix(fitted[, !names(fitted) %in% c("scenario", "trials", "successes")])
  fit <- glm(cbind(fitted$successes, fitted$trials - fitted$successes) ~ x - 1, binomial,
    control = glm.control(epsilon = 1e-10, maxit = 100))
  covariance <- vcov(fit, complete = FALSE)
  estimates <- coef(fit)[!is.na(coef(fit))]
  kept <- sub("^x", "", names(estimates))
  back <- diag(length(kept))
  back[1, match("baseline", kept)] <- -centre
  v <- back %*% covariance %*% t(back)
  data.frame(scenario = frame$scenario[1], column = kept, coefficient = drop(back %*% estimates), se = sqrt(diag(v)),
    covariance_with_region = v[, match("region", kept)], removed = sum(gone), last_probability = tail(fitted(fit), 1), row.names = NULL)
}
out("logistic", do.call(rbind, lapply(designs, reference)))
