# Reference numbers for MixedModel; lme4 and lmerTest.
# Run from the project's root: Rscript src/test/r/mixed.R
suppressMessages(library(lmerTest))
versions <- paste("lme4", packageVersion("lme4"), "lmerTest", packageVersion("lmerTest"))
out <- function(name, rows) {
  file <- file.path("src/test/resources/reference", paste0(name, ".csv"))
  writeLines(paste("#", R.version.string, versions, "by src/test/r/mixed.R"), file)
  numeric <- sapply(rows, is.numeric)
  rows[numeric] <- lapply(rows[numeric], function(x) ifelse(is.na(x), "", sprintf("%.17g", x)))
  suppressWarnings(write.table(rows, file, append = TRUE, sep = ",", quote = FALSE, row.names = FALSE))
}

set.seed(20260301)
design <- function(scenario, sizes, ratio, twin = FALSE, far = 0) {
  cluster <- rep(seq_along(sizes), sizes)
  rows <- length(cluster)
  arm <- sample(0:2, length(sizes), TRUE)[cluster]
  region <- sample(0:1, rows, TRUE)
  frame <- data.frame(scenario, cluster, intercept = 1, a = +(arm == 1), b = +(arm == 2),
    twin = if (twin) +(arm != 1) else sample(0:1, rows, TRUE), baseline = far + sample(10:90, rows, TRUE), region)
  u <- rnorm(length(sizes), 0, 6 * sqrt(ratio))[cluster]
  frame$response <- round(5 + 3 * frame$a - 2 * frame$b + 0.4 * (frame$baseline - far) + u + rnorm(rows, 0, 6))
  frame
}
designs <- list(
  design("unbalanced", sample(2:7, 30, TRUE), 0.6),
  design("singles", c(rep(1, 25), sample(2:4, 12, TRUE)), 0.8),
  design("strong", sample(2:5, 25, TRUE), 50),
  design("deficient", sample(1:6, 25, TRUE), 0.5, twin = TRUE),
  design("dominated", c(90, sample(1:4, 14, TRUE)), 0.7),
  design("far", sample(2:7, 30, TRUE), 0.6, far = 99900))
# No variance between clusters: what is left of the cluster means is taken off.
boundary <- design("boundary", sample(2:5, 20, TRUE), 0)
boundary$response <- boundary$response -
  round(ave(residuals(lm(response ~ a + b + twin + baseline + region, boundary)), boundary$cluster))
designs <- c(designs, list(boundary))
out("mixed-design", do.call(rbind, designs))

tight <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhobeg = 0.1, rhoend = 1e-11, maxfun = 1e5),
  calc.derivs = FALSE, check.conv.singular = "ignore")
reference <- function(frame) {
  # Around its mean, as lme4 works in doubles; the intercept is moved back.
  centre <- mean(frame$baseline)
  frame$baseline <- frame$baseline - centre
  fit <- lmer(response ~ a + b + twin + baseline + region + (1 | cluster), frame, control = tight)
  kept <- names(fixef(fit))
  weights <- diag(length(kept))
  weights[1, match("baseline", kept)] <- -centre
  weights <- rbind(weights, kept %in% c("a", "region"))
  terms <- contest(fit, weights, joint = FALSE)
  v <- as.data.frame(VarCorr(fit))$vcov
  data.frame(scenario = frame$scenario[1], term = c("intercept", kept[-1], "a + region"), estimate = terms[, "Estimate"],
    se = terms[, "Std. Error"], df = terms[, "df"], p = terms[, "Pr(>|t|)"], cluster_variance = v[1],
    residual_variance = v[2], log_likelihood = as.numeric(logLik(fit)))
}
out("mixed-model", do.call(rbind, lapply(designs, reference)))

# With many copies of each cluster REML is maximum likelihood, whose standard errors shrink by the root of the copies.
frame <- designs[[6]]
centre <- mean(frame$baseline)
frame$baseline <- frame$baseline - centre
fit <- lmer(response ~ a + b + twin + baseline + region + (1 | cluster), frame, control = tight, REML = FALSE)
v <- as.data.frame(VarCorr(fit))$vcov
out("mixed-many", data.frame(term = names(fixef(fit))[-1], estimate = fixef(fit)[-1], se = sqrt(diag(vcov(fit)))[-1],
  cluster_variance = v[1], residual_variance = v[2]))
