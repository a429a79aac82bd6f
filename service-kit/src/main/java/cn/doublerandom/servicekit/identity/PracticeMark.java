package cn.doublerandom.servicekit.identity;

import cn.doublerandom.bureau.key.BureauKey;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Notes of each request whether who asks acts in a practice bureau; the public never does. */
@Singleton
public class PracticeMark {
  private final Asking asking;
  private final Acting acting;

  @Inject
  PracticeMark(Asking asking, Acting acting) {
    this.asking = asking;
    this.acting = acting;
  }

  @ServerRequestFilter
  Uni<Void> note(ContainerRequestContext request) {
    if (request.getHeaderString(HttpHeaders.AUTHORIZATION) == null) {
      return Uni.createFrom().voidItem();
    }
    return asking
        .orSeed()
        .map(BureauKey::isPractice)
        // Whoever is refused is refused where he asks for something.
        .onFailure()
        .recoverWithItem(false)
        .invoke(acting::practice)
        .replaceWithVoid();
  }
}
