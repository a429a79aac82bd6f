package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.drawing.TaskDraws.Executed;
import cn.doublerandom.draw.register.InRegister;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A replacement that waits, with what the register says today and who would come in.
 *
 * @param registered status of the subject, or what stands against the member; absent where nothing
 *     stands against the member
 * @param next who would come in; absent where nobody can, and where the member is to stay
 * @param passed who comes before and may not, in the order of the draw
 */
public record Foreseen(
    Roster.Request request,
    @Nullable String registered,
    @Nullable String next,
    List<PassedOver> passed) {
  static Foreseen of(Roster.Request request, Executed draw, InRegister register) {
    Optional<Succession.Successor> next =
        request.keeps()
            ? Optional.empty()
            : new Succession(draw, register).of(request.subject(), request.inspector());
    return new Foreseen(
        request,
        request.inspector().isPresent()
            ? register.obstacle(request.inspector().get()).orElse(null)
            : register.status(request.subject()),
        next.map(Succession.Successor::id).orElse(null),
        next.map(Succession.Successor::passed).orElse(List.of()));
  }

  /** Of a draw, by subject. */
  public static List<Foreseen> of(Executed draw, InRegister register) {
    return draw.roster().open().values().stream()
        .map(request -> of(request, draw, register))
        .sorted((a, b) -> a.request().subject().compareTo(b.request().subject()))
        .toList();
  }
}
