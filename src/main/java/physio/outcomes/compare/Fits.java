package physio.outcomes.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import physio.outcomes.compare.LinearModel.Kind;
import physio.outcomes.compare.model.Sandwich;
import physio.outcomes.compare.sums.ExactOuterProduct;
import physio.outcomes.compare.sums.FlowSums;
import physio.outcomes.compare.sums.GroupModelSums;
import physio.outcomes.compare.sums.Layout;
import physio.outcomes.compare.sums.ResponderSums;
import physio.outcomes.compare.sums.ScoreSums;
import physio.outcomes.compare.sums.Study;
import physio.outcomes.compare.sums.Sums;
import physio.outcomes.compare.sums.TermProducts;
import physio.outcomes.compare.sums.Terms;
import physio.outcomes.compare.sums.WeightingSums;
import physio.outcomes.measure.course.Attribute;

/**
 * All models: fitted from sums, and after a third pass over the rows with their cluster-robust errors.
 *
 * @param robust linear models of main samples and of parts of them
 * @param mixed of main samples
 * @param overlaps of main samples
 * @param units models within clinics and regions
 * @param dose models of the number of sessions
 * @param responders by definition and treatment of missing follow-ups
 * @param flow of episodes to those compared
 */
record Fits(
        List<RobustFit> robust,
        List<MixedFit> mixed,
        List<Overlap> overlaps,
        GroupFits units,
        GroupFits dose,
        ResponderSums responders,
        FlowSums flow) {

    static Fits of(Cohort cohort, Totals totals) {
        Layout layout = cohort.layout();
        Study study = cohort.study();
        List<LinearModel> models = new ArrayList<>();
        List<MixedFit> mixed = new ArrayList<>();
        OverlapFits overlaps = new OverlapFits(layout, cohort.plan());
        for (Arms arms : cohort.arms()) {
            Products products = Products.of(arms, layout, totals);
            switch (arms.sample().kind()) {
                case SESSION -> {
                    addLinear(models, products);
                    products.mixedByPatient().ifPresent(mixed::add);
                }
                case EPISODE -> {
                    addLinear(models, products);
                    products.mixedByClinic().ifPresent(mixed::add);
                }
                case FIRST_SESSION -> products.mixedByClinic().ifPresent(mixed::add);
                case VISIT -> products.mixedByPatient().ifPresent(mixed::add);
                case CLOSED_EPISODE, SOLE_EPISODE -> addLinear(models, products);
                case BASELINE -> {}
            }
        }
        overlaps.add(cohort.main(), totals.patterns());
        GroupFits.Pending units = GroupFits.fit(totals.units(), List.of("(Intercept)", "technique", "baseline"));
        GroupFits.Pending dose = GroupFits.fit(totals.dose(), List.of("(Intercept)", "sessions", "sessions^2"));
        List<Sums> third = cohort.passes()
                .over(
                        "Summing residuals",
                        cohort.coding(),
                        new ScoreSums(
                                study,
                                layout,
                                cohort.included(),
                                cohort.plan().cluster(),
                                models.stream().map(LinearModel::fitted).toList()),
                        new WeightingSums(
                                study, layout, totals.patterns(), cohort.plan().cluster(), overlaps.weightings()),
                        units.empty(),
                        dose.empty(),
                        FollowUpModels.responders(cohort, totals),
                        flow(cohort));
        return new Fits(
                robust(models, (ScoreSums) third.get(0), cohort.plan()),
                mixed,
                overlaps.finished(
                        (WeightingSums) third.get(1),
                        totals.presence(),
                        cohort.blocks().vocabulary().values(Attribute.CLINIC)),
                units.finished((GroupModelSums) third.get(2)),
                dose.finished((GroupModelSums) third.get(3)),
                (ResponderSums) third.get(4),
                (FlowSums) third.get(5));
    }

    private static void addLinear(List<LinearModel> models, Products products) {
        for (Kind kind : Kind.values()) {
            LinearModel model = products.linear(kind);
            boolean isComparable = model.techniques().size() > 1
                    && model.techniques().contains(model.arms().reference());
            if (isComparable && model.fit().rows() > model.fit().rank()) {
                models.add(model);
            }
        }
    }

    private static FlowSums flow(Cohort cohort) {
        List<String> techniques = cohort.layout().factors().get(0).levels();
        int measures = cohort.plan().measures().size();
        boolean[][] isTechnique = new boolean[measures][techniques.size()];
        boolean[][] isCompared = new boolean[measures][techniques.size()];
        List<String> ids = List.copyOf(cohort.plan().measures().keySet());
        boolean[][] compared = cohort.compared();
        for (boolean[] own : isTechnique) {
            for (int t = 0; t < own.length; t++) {
                own[t] = !Comparison.NO_TECHNIQUE.contains(techniques.get(t));
            }
        }
        for (Arms arms : cohort.main()) {
            if (!arms.sample().kind().isOfSessions()) {
                boolean[] own = isCompared[ids.indexOf(arms.sample().measure())];
                System.arraycopy(compared[arms.place()], 0, own, 0, own.length);
                int reference = arms.referenceLevel(cohort.layout());
                // Whoever something is compared with is compared too.
                if (reference >= 0) {
                    own[reference] = arms.others().stream()
                            .anyMatch(technique -> compared[arms.place()][level(cohort, technique)]);
                }
            }
        }
        return new FlowSums(cohort.study(), isTechnique, isCompared);
    }

    private static int level(Cohort cohort, String technique) {
        return cohort.layout().factors().get(0).level(technique);
    }

    private static List<RobustFit> robust(List<LinearModel> models, ScoreSums sums, ComparisonPlan plan) {
        List<RobustFit> robust = new ArrayList<>();
        for (int m = 0; m < models.size(); m++) {
            if (sums.clusters(m) > 1) {
                LinearModel model = models.get(m);
                robust.add(new RobustFit(model, Sandwich.of(model.fit(), sums.meat(m), sums.clusters(m)), plan));
            }
        }
        return robust;
    }

    /** Those of all rows of a window, whatever they were fitted by. */
    List<Fit> all() {
        List<Fit> all = new ArrayList<>();
        robust.stream().filter(fit -> fit.arms().isMain()).forEach(all::add);
        all.addAll(mixed);
        return all;
    }

    /** The cross products of a sample, summed once, and what is fitted from them. */
    private record Products(Arms arms, Layout layout, Totals totals, TermProducts products) {

        static Products of(Arms arms, Layout layout, Totals totals) {
            return new Products(arms, layout, totals, totals.patterns().products(arms.place()));
        }

        LinearModel linear(Kind kind) {
            return new LinearModel(kind, arms, layout, products);
        }

        Optional<MixedFit> mixedByPatient() {
            TermProducts byVisit = totals.patterns().ofVisits(arms.place());
            return mixed(
                    "patient",
                    byVisit,
                    Terms.repeated(byVisit, layout, arms.referenceLevel(layout)),
                    totals.mixed().byPatient(arms.place()));
        }

        Optional<MixedFit> mixedByClinic() {
            return mixed(
                    "clinic",
                    products,
                    Terms.adjusted(products, layout, arms.referenceLevel(layout)),
                    totals.mixed().byClinic(arms.place()));
        }

        private Optional<MixedFit> mixed(
                String cluster, TermProducts from, int[] columns, Map<Long, ExactOuterProduct> bySize) {
            int level = arms.referenceLevel(layout);
            boolean hasReference = level >= 0 && from.rows(layout.column(0, level)) > 0;
            return hasReference
                    ? MixedFit.of(
                            cluster,
                            arms,
                            from.ofImprovement(columns, arms.measure().polarity()),
                            columns,
                            bySize)
                    : Optional.empty();
        }
    }
}
