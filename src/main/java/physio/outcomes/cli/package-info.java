/**
 * The command line: options in, sentences and an exit code out.
 *
 * <p>Enters: arguments. Leaves: lines on standard output, errors and progress on standard error, and one of the exit codes. Example:
 * {@code jobs/outcomes run sample-data}.
 */
@NullMarked
package physio.outcomes.cli;

import org.jspecify.annotations.NullMarked;
