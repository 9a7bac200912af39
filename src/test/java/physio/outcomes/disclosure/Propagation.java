package physio.outcomes.disclosure;

/** Narrows each count by each line that it stands in, over and over until nothing moves. */
final class Propagation {
    private static final int MOST_ROUNDS = 100;
    private static final double SMALL = 1e-6;

    private final CountSystem system;

    private Propagation(CountSystem system) {
        this.system = system;
    }

    static void through(CountSystem system) {
        Propagation propagation = new Propagation(system);
        for (int round = 0; round < MOST_ROUNDS && propagation.round(); round++) {
            // Until a round has no news.
        }
    }

    private boolean round() {
        boolean isNews = false;
        for (Line line : system.lines()) {
            isNews |= narrow(line);
        }
        return isNews;
    }

    private boolean narrow(Line line) {
        double low = 0;
        double high = 0;
        for (int i = 0; i < line.length(); i++) {
            low += least(line, i);
            high += most(line, i);
        }
        boolean isNews = false;
        for (int i = 0; i < line.length(); i++) {
            double atLeast = line.low() - (high - most(line, i));
            double atMost = line.high() - (low - least(line, i));
            boolean isAdded = line.sign(i) > 0;
            isNews |= system.narrow(
                    line.count(i),
                    Math.ceil((isAdded ? atLeast : -atMost) - SMALL),
                    Math.floor((isAdded ? atMost : -atLeast) + SMALL));
        }
        return isNews;
    }

    private double least(Line line, int i) {
        return line.sign(i) > 0 ? system.low(line.count(i)) : -system.high(line.count(i));
    }

    private double most(Line line, int i) {
        return line.sign(i) > 0 ? system.high(line.count(i)) : -system.low(line.count(i));
    }
}
