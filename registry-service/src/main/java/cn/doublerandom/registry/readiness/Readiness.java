package cn.doublerandom.registry.readiness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How far 一单两库 is.
 *
 * @param due the end of March of the year
 */
public record Readiness(LocalDate on, LocalDate due, List<DirectoryState> directories) {
  public Readiness {
    directories = List.copyOf(directories);
  }

  /**
   * One directory.
   *
   * @param score 0 to 100: the mean over its points of the share of entries in order, rounded down,
   *     so that 100 means that nothing is left; 0 where the directory is empty
   */
  public record DirectoryState(
      Point.Directory directory, long entries, int score, List<PointState> points) {
    public DirectoryState {
      points = List.copyOf(points);
    }

    /** Whether entries are wanted and there are none. */
    public boolean lacksEntries() {
      return entries == 0 && directory.isWanted();
    }
  }

  /**
   * One point.
   *
   * @param open entries still to be put in order
   */
  public record PointState(Point point, long open) {}

  /**
   * The state from counts.
   *
   * @param entries of each directory
   * @param open of each point
   */
  public static Readiness of(
      LocalDate on, Map<Point.Directory, Long> entries, Map<Point, Long> open) {
    List<DirectoryState> directories = new ArrayList<>();
    for (Point.Directory directory : Point.Directory.values()) {
      long all = entries.getOrDefault(directory, 0L);
      List<PointState> points =
          Arrays.stream(Point.values())
              .filter(point -> point.directory() == directory)
              .map(point -> new PointState(point, open.getOrDefault(point, 0L)))
              .toList();
      directories.add(new DirectoryState(directory, all, score(all, points), points));
    }
    return new Readiness(on, LocalDate.of(on.getYear(), 3, 31), directories);
  }

  /** How many points there are to look at. */
  public long points() {
    return directories.stream().mapToLong(directory -> directory.points().size()).sum();
  }

  /**
   * Of how many something is left; of a directory that is empty no point is in order, unless a
   * bureau may do without it.
   */
  public long openPoints() {
    return directories.stream()
        .flatMap(directory ->
            directory.points().stream()
                .filter(point -> point.open() > 0 || directory.lacksEntries()))
        .count();
  }

  private static int score(long all, List<PointState> points) {
    if (all == 0) {
      return 0;
    }
    long inOrder = points.stream().mapToLong(point -> all - Math.min(all, point.open())).sum();
    return (int) (100 * inOrder / (all * points.size()));
  }
}
