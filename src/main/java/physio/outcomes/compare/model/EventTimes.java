package physio.outcomes.compare.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The times of one group in whole days: on each day, how many had the event and how many were censored after it. */
public final class EventTimes {
    /** The counts of one day. */
    public record Day(long events, long censored) {
        public Day {
            if (events < 0 || censored < 0) {
                throw new IllegalArgumentException("Invalid day: a count below 0");
            }
        }
    }

    private final int[] days;
    private final long[] events;
    private final long[] atRisk;

    /** From counts by day; those censored on a day are at risk on it. */
    public EventTimes(Map<Integer, Day> counts) {
        TreeMap<Integer, Day> byDay = new TreeMap<>(counts);
        List<Day> sorted = List.copyOf(byDay.values());
        days = byDay.keySet().stream().mapToInt(Integer::intValue).toArray();
        events = sorted.stream().mapToLong(Day::events).toArray();
        atRisk = new long[days.length];
        long later = 0;
        for (int i = days.length - 1; i >= 0; i--) {
            later += events[i] + sorted.get(i).censored();
            atRisk[i] = later;
        }
    }

    /** How many there are. */
    public long size() {
        return days.length == 0 ? 0 : atRisk[0];
    }

    /** How many had the event. */
    public long events() {
        return Arrays.stream(events).sum();
    }

    /** How many had neither event nor censoring before {@code day}. */
    public long atRisk(int day) {
        int found = Arrays.binarySearch(days, day);
        int next = found >= 0 ? found : -found - 1;
        return next == days.length ? 0 : atRisk[next];
    }

    /** How many had the event on {@code day}. */
    long events(int day) {
        int found = Arrays.binarySearch(days, day);
        return found < 0 ? 0 : events[found];
    }

    /** Days with an event, ascending. */
    int[] eventDays() {
        return Arrays.stream(days).filter(day -> events(day) > 0).toArray();
    }
}
