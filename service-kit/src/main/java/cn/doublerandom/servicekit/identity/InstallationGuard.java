package cn.doublerandom.servicekit.identity;

import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Keeps what is {@link OfInstallation} from who acts for another bureau. */
@Singleton
public class InstallationGuard {
  private final Asking asking;

  @Inject
  InstallationGuard(Asking asking) {
    this.asking = asking;
  }

  @ServerRequestFilter
  Uni<Void> pass(ResourceInfo resource) {
    Method method = resource.getResourceMethod();
    if (method == null
        || !(method.isAnnotationPresent(OfInstallation.class)
            || method.getDeclaringClass().isAnnotationPresent(OfInstallation.class))) {
      return Uni.createFrom().voidItem();
    }
    return asking
        .orSeed()
        .invoke(bureau -> {
          if (!bureau.isSeed()) {
            throw new ProblemException(EdgeRejection.OF_INSTALLATION);
          }
        })
        .replaceWithVoid();
  }
}
