package planted.draw.rest;

import cn.doublerandom.eventstore.CommandHandler;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;

/** Breaks: an address open to everybody that replays a stream, behind an interface and a lambda. */
public class Replaying {
  /** What the address asks. */
  public interface Source {
    Uni<String> text();
  }

  /** What answers it. */
  public record Replay(CommandHandler<String, String, String> handler) implements Source {
    @Override
    public Uni<String> text() {
      return Uni.createFrom()
          .voidItem()
          .flatMap(nothing -> handler.load("plan").map(CommandHandler.Loaded::state));
    }
  }

  private final Source source;

  public Replaying(Source source) {
    this.source = source;
  }

  @PermitAll
  public Uni<String> plan() {
    return source.text();
  }
}
