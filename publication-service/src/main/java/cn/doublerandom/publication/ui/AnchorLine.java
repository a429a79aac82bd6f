package cn.doublerandom.publication.ui;

import cn.doublerandom.publication.notice.Anchor;
import cn.doublerandom.servicekit.time.BusinessClock;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;

/**
 * A checkpoint in words.
 *
 * @param anchor as it was told
 */
public record AnchorLine(Anchor anchor) {
  private static final List<String> SERVICES =
      List.of("registry", "draw", "inspection", "publication");
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BusinessClock.SHANGHAI);

  /**
   * The newest of each service, in the order of the work; a service whose ledger is empty has none,
   * and its checkpoint is not there to be asked for.
   */
  static List<AnchorLine> newest(List<AnchorLine> all) {
    return SERVICES.stream()
        .flatMap(service ->
            all.stream()
                .filter(line -> line.anchor().service().equals(service))
                .max(Comparator.comparingLong(line -> line.anchor().size()))
                .stream())
        .toList();
  }

  /** When it was sealed, Beijing time; the signed text carries it to the nanosecond in UTC. */
  public String sealedAt() {
    return SECOND.format(anchor.sealedAt());
  }
}
