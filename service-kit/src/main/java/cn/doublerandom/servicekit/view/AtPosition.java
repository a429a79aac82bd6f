package cn.doublerandom.servicekit.view;

import io.smallrye.mutiny.Uni;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers that follow from the read models alone (ADR 52): as long as these stand where they stood,
 * the same question of the same bureau has the same answer, and nothing is counted again.
 *
 * <p>Invariant: an answer is never older than the position it is kept by, for the position is read
 * first; whoever asks reads it anew each time, so that no answer is older than the question. Memory
 * that runs short takes answers away, and they are found again.
 *
 * @param <Q> a question with {@code equals}
 */
public final class AtPosition<Q, A> {
  /**
   * Everything by which rows change: entries of the own ledger and what others told, tables that
   * were filled anew, and what was parked and is taken after all.
   */
  private static final String POSITION =
      """
      SELECT concat_ws('|',
        (SELECT string_agg(concat_ws(' ', name, generation, seq), ',' ORDER BY name)
          FROM projection WHERE live),
        (SELECT string_agg(concat_ws(' ', source, partition, seq), ',' ORDER BY source, partition)
          FROM inbox_position),
        (SELECT string_agg(concat_ws(' ', name, generation), ',' ORDER BY name)
          FROM replica WHERE live),
        (SELECT count(*) FROM parked_stream),
        (SELECT count(*) FROM parked_record))
      """;

  private final Map<Asked<Q>, Kept<A>> answers;

  private record Asked<Q>(String bureau, Q question) {}

  private record Kept<A>(String position, SoftReference<A> answer) {}

  /**
   * @param most answers in memory; the one that was asked for longest ago gives way
   */
  public AtPosition(int most) {
    this.answers =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Asked<Q>, Kept<A>> eldest) {
            return size() > most;
          }
        };
  }

  /**
   * The answer to a question of the bureau that asks.
   *
   * @param anew reads it where it is not known, or something happened since
   */
  public Uni<A> of(Q question, Supplier<Uni<A>> anew) {
    return OwnRows.read((session, own) ->
            session
                .createNativeQuery(POSITION, String.class)
                .getSingleResult()
                .map(position -> Map.entry(new Asked<>(own, question), position)))
        .flatMap(at ->
            kept(at.getKey(), at.getValue())
                .map(known -> Uni.createFrom().item(known))
                .orElseGet(
                    () -> anew.get().invoke(answer -> keep(at.getKey(), at.getValue(), answer))));
  }

  private synchronized Optional<A> kept(Asked<Q> asked, String position) {
    @Nullable Kept<A> known = answers.get(asked);
    return known == null || !known.position.equals(position)
        ? Optional.empty()
        : Optional.ofNullable(known.answer.get());
  }

  private synchronized void keep(Asked<Q> asked, String position, A answer) {
    answers.put(asked, new Kept<>(position, new SoftReference<>(answer)));
  }
}
