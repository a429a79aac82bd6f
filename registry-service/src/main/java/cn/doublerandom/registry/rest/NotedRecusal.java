package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.inspector.Inspector;
import cn.doublerandom.registry.inspector.Recusal;
import cn.doublerandom.registry.inspector.RecusalAsked;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A recusal that holds, or that waits.
 *
 * @param waiting for whom it waits, or its revocation does; absent where nothing waits of it
 */
public record NotedRecusal(
    String subject,
    String reason,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate from,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate until,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable AwaitedRecusal waiting) {

  /**
   * What waits.
   *
   * @param what in words
   * @param batch by which another person decides
   */
  public record AwaitedRecusal(String what, String batch, String requestedBy, String note) {
    static AwaitedRecusal of(RecusalAsked asked) {
      return new AwaitedRecusal(asked.inWords(), asked.batch(), asked.by(), "待另一人批准");
    }
  }

  /** Those that hold, and after them those that wait to. */
  static List<NotedRecusal> of(Inspector.Registered known) {
    return Stream.concat(
            known.recusals().stream().map(r -> of(r, revocation(known, r))),
            known.recusalsAsked().stream()
                .filter(asked -> !asked.revokes())
                .map(asked -> of(asked.recusal(), AwaitedRecusal.of(asked))))
        .toList();
  }

  private static @Nullable AwaitedRecusal revocation(Inspector.Registered known, Recusal recusal) {
    return known.recusalsAsked().stream()
        .filter(asked -> asked.revokes() && asked.recusal().equals(recusal))
        .map(AwaitedRecusal::of)
        .findFirst()
        .orElse(null);
  }

  private static NotedRecusal of(Recusal r, @Nullable AwaitedRecusal waiting) {
    return new NotedRecusal(r.subject(), r.reason(), r.from(), r.until(), waiting);
  }
}
