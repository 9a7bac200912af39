package physio.outcomes.report.html;

import java.util.Map;
import physio.outcomes.report.chart.Artwork;

/**
 * A page to be laid out on paper.
 *
 * @param xhtml well-formed, its fonts named but not embedded; charts are empty {@code <svg>} elements
 * @param artworks what is drawn into those, by their ids
 */
public record PaperPage(String xhtml, Map<String, Artwork> artworks) {}
