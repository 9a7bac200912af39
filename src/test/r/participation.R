# Funnel of response rates (questionnaires returned of those sent, all procedures) of NHS England's providers, 2018/19, on the scale of
# asin sqrt p with the variance between providers: FunnelPlotR's "PR" with the SHMI method, written out.
# Usage: Rscript src/test/r/participation.R ../shared/data/nhs-proms/participation-1819.csv > src/test/resources/reference/participation.csv
file <- commandArgs(trailingOnly = TRUE)[1]
data <- read.csv(file, check.names = FALSE, na.strings = "*", colClasses = "character")
sent <- as.numeric(data[["All Procedures - Total Q2s sent to date"]])
returned <- as.numeric(data[["All Procedures - Total Q2s returned to date"]])
use <- data[["Organisation Code"]] != "England" & !is.na(sent) & !is.na(returned) & sent >= 30
n <- sent[use]; p <- returned[use] / n
centre <- sum(returned[use]) / sum(n)
z <- 2 * sqrt(n) * (asin(sqrt(p)) - asin(sqrt(centre)))
q <- quantile(z, c(.1, .9), type = 7)
phi <- mean(pmin(pmax(z, q[1]), q[2])^2)
k <- length(z); w <- 4 * n
tau2 <- max(0, (k * phi - (k - 1)) / (sum(w) - sum(w^2) / sum(w)))
flags <- function(error) {
  own <- (asin(sqrt(p)) - asin(sqrt(centre))) / error
  c(sum(own > 1.959964), sum(own < -1.959964), sum(own > 3.090232), sum(own < -3.090232))
}
cat("#", R.version.string, "\n")
cat("providers,centre,dispersion,between_variance,above,below,far_above,far_below,w_above,w_below,w_far_above,w_far_below\n")
cat(paste(c(k, sprintf("%.12g", c(centre, phi, tau2)), flags(sqrt(1 / (4 * n))), flags(sqrt(1 / (4 * n) + tau2))), collapse = ","), "\n")
