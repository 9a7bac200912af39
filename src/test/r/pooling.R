# Reference numbers for RandomEffects; metafor.
# Run from the project's root: Rscript src/test/r/pooling.R
suppressMessages(library(metafor))
out <- function(name, rows) {
  file <- file.path("src/test/resources/reference", paste0(name, ".csv"))
  writeLines(paste("#", R.version.string, "metafor", packageVersion("metafor"), "by src/test/r/pooling.R"), file)
  numeric <- sapply(rows, is.numeric)
  rows[numeric] <- lapply(rows[numeric], function(x) ifelse(is.na(x), "", sprintf("%.17g", x)))
  suppressWarnings(write.table(rows, file, append = TRUE, sep = ",", quote = FALSE, row.names = FALSE))
}
set.seed(20260303)
many <- runif(28, 0.3, 3)
sets <- list(
  three = data.frame(estimate = c(1.2, 3.4, -0.5), se = c(0.4, 0.7, 0.5)),
  alike = data.frame(estimate = c(1.1, 1.2, 0.95, 1.05), se = c(0.4, 0.5, 0.3, 0.6)),
  unequal = data.frame(estimate = c(0.1, 2, -3, 8, 0.4), se = c(0.01, 1, 2, 5, 0.02)),
  many = data.frame(estimate = round(rnorm(28, -5, sqrt(4 + many^2)), 4), se = round(many, 4)),
  dominated = data.frame( # of one large unit and ten small ones: with full steps rma does not converge
    estimate = c(1.1642, 1.0308, 1.0829, 1.0825, 1.0836, 1.0991, 1.1496, 0.8473, 0.9837, 1.1463, 1.1096),
    se = c(0.0299, 0.1061, 0.0881, 0.1115, 0.1195, 0.0922, 0.1155, 0.1225, 0.0943, 0.1155, 0.0887)),
  slight = data.frame(estimate = c(1, 2.05, 0.2, 1.4, 2.4, 0.1), se = c(0.7, 0.8, 0.75, 0.7, 0.9, 0.8)))
out("pooling-units", do.call(rbind, Map(function(set, name) data.frame(set = name, set), sets, names(sets))))
pool <- function(set, name) {
  fit <- rma(set$estimate, sei = set$se, method = "REML", test = "knha", control = list(threshold = 1e-14, maxiter = 10000, stepadj = if (name == "dominated") 0.5 else 1))
  p <- predict(fit)
  data.frame(set = name, estimate = fit$beta[1], se = fit$se, low = fit$ci.lb, high = fit$ci.ub, p = fit$pval, tau2 = fit$tau2,
    i2 = fit$I2, q = fit$QE, q_p = fit$QEp, prediction_low = p$pi.lb, prediction_high = p$pi.ub)
}
out("pooling", do.call(rbind, Map(pool, sets, names(sets))))
