# Reference numbers for physio.outcomes.compare.model; base R only.
# Run from the project's root: Rscript src/test/r/model.R
out <- function(name, rows) {
  file <- file.path("src/test/resources/reference", paste0(name, ".csv"))
  writeLines(paste("#", R.version.string, "by src/test/r/model.R"), file)
  numeric <- sapply(rows, is.numeric)
  rows[numeric] <- lapply(rows[numeric], function(x) ifelse(is.na(x), "", sprintf("%.17g", x)))
  suppressWarnings(write.table(rows, file, append = TRUE, sep = ",", quote = FALSE, row.names = FALSE))
}

# Noncentral t by AS 243 (absolute 1e-12). The integral beside it is E Phi(tS - ncp) by quadrature, in logs about the
# peak, and serves the tails.
grid <- rbind(expand.grid(t = c(-3, -0.4, 0, 1.7, 5, 12), df = c(1, 4, 30, 89, 1000), ncp = c(-2, 0, 0.7, 6)),
  data.frame(t = c(1, 0.2, -2, 3), df = c(20, 3, 8, 200), ncp = c(9, 7, 6, 15)))
quadrature <- function(t, df, ncp) {
  f <- function(s) dchisq(df * s^2, df, log = TRUE) + log(2 * df * s) + pnorm(t * s - ncp, log.p = TRUE)
  peak <- optimize(f, c(1e-6, 12), maximum = TRUE, tol = 1e-10)
  g <- function(s) exp(f(s) - peak$objective)
  pieces <- sort(unique(c(0, peak$maximum * c(0.2, 0.5, 0.8, 0.9, 0.95, 1, 1.05, 1.1, 1.25, 1.6, 3), 14)))
  part <- function(a, b) integrate(g, a, b, rel.tol = 1e-12, subdivisions = 2000, stop.on.error = FALSE)$value
  parts <- mapply(part, head(pieces, -1), tail(pieces, -1))
  sum(parts) * exp(peak$objective)
}
out("noncentral-t", data.frame(grid, p = suppressWarnings(pt(grid$t, grid$df, grid$ncp)),
  quadrature = mapply(quadrature, grid$t, grid$df, grid$ncp)))

# Hedges' g as effectsize::hedges_g defines it, the noncentralities by root search instead of its optim.
hedges <- function(n1, m1, s1, n2, m2, s2) {
  df <- n1 + n2 - 2
  s <- sqrt(((n1 - 1) * s1^2 + (n2 - 1) * s2^2) / df)
  unit <- sqrt(1 / n1 + 1 / n2)
  d <- (m1 - m2) / s
  j <- exp(lgamma(df / 2) - log(sqrt(df / 2)) - lgamma((df - 1) / 2))
  excess <- function(x, p) suppressWarnings(pt(d / unit, df, x)) - p
  ncp <- function(p) uniroot(excess, d / unit + c(-12, 12), p = p, tol = 1e-12)$root
  data.frame(n1, m1, s1, n2, m2, s2, g = j * d, low = j * unit * ncp(0.975), high = j * unit * ncp(0.025))
}
out("hedges-g", rbind(hedges(12, 3.5, 2, 9, 1.25, 1.5), hedges(2, 1, 1, 2, 0, 1), hedges(30, -1, 4, 50, 1, 5),
  hedges(400, 2, 3, 380, 2, 3.5), hedges(44, 2.840909, 1.627427, 47, 0.382979, 1.074470)))

# Holm.
p <- c(0.01, 0.04, 0.03, 0.005, 0.04, 0.9)
out("holm", data.frame(p, adjusted = p.adjust(p, "holm")))

# Benjamini and Hochberg.
p <- c(0.01, 0.04, 0.03, 0.005, 0.04, 0.9, 0.011)
out("benjamini-hochberg", data.frame(p, adjusted = p.adjust(p, "BH")))

# Least squares with aliased columns, clustered. `twin` repeats `b`, a + b + `rest` is the intercept, `nothing` is 0.
set.seed(20260102)
rows <- 60
arm <- sample(0:2, rows, TRUE)
design <- data.frame(intercept = 1, a = +(arm == 1), b = +(arm == 2), twin = +(arm == 2), rest = +(arm == 0),
  nothing = 0, baseline = sample(10:90, rows, TRUE), region = sample(0:1, rows, TRUE))
response <- round(5 + 3 * design$a - 2 * design$b + 0.4 * design$baseline + rnorm(rows, 0, 6))
cluster <- sample(1:17, rows, TRUE)
out("design", data.frame(design, response = response, cluster = cluster))

fit <- lm(response ~ . - 1, data = data.frame(design, response = response))
kept <- !is.na(coef(fit))
x <- as.matrix(design)[, kept]
bread <- solve(crossprod(x))
cr1 <- function(g) {
  scores <- rowsum(x * residuals(fit), g)
  n <- length(unique(g))
  bread %*% crossprod(scores) %*% bread * n / (n - 1) * (rows - 1) / (rows - sum(kept))
}
clustered <- cr1(cluster)
each <- cr1(seq_len(rows))
se <- sqrt(diag(clustered))
df <- length(unique(cluster)) - 1
full <- function(value) { all <- rep(NA, length(kept)); all[kept] <- value; all }
out("least-squares", data.frame(column = names(design), coefficient = coef(fit), inverse_diagonal = full(diag(bread)),
  cr1_se = full(se), hc1_se = full(sqrt(diag(each))), p = full(2 * pt(-abs(coef(fit)[kept] / se), df)),
  low = full(coef(fit)[kept] - qt(0.975, df) * se), high = full(coef(fit)[kept] + qt(0.975, df) * se),
  covariance_with_a = full(clustered[, "a"]), residual_ss = deviance(fit), sigma = summary(fit)$sigma))
