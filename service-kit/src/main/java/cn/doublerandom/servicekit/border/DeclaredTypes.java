package cn.doublerandom.servicekit.border;

import cn.doublerandom.servicekit.problem.Addresses;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A body is of a type the contract declares at its address, or refused. Where a method does not say
 * what it takes the framework would read a body as whatever it was called: JSON that is called text
 * as a text.
 */
@Singleton
public class DeclaredTypes {
  /** Before parameters are judged: it is asked what was sent, then what it says. */
  private static final int EARLY = 4_000;

  private final Addresses addresses;
  private final Map<Method, List<MediaType>> taken = new ConcurrentHashMap<>();

  @Inject
  DeclaredTypes(Addresses addresses) {
    this.addresses = addresses;
  }

  @ServerRequestFilter(priority = EARLY)
  public void understand(ContainerRequestContext request, ResourceInfo resource) {
    MediaType sent = request.getMediaType();
    Method method = resource.getResourceMethod();
    if (sent == null || method == null) {
      return;
    }
    List<MediaType> declared = taken.get(method);
    if (declared == null) {
      declared = declared(request.getMethod(), request.getUriInfo().getRequestUri().getPath());
      // An address the contract does not know by this spelling says nothing of the method.
      if (!declared.isEmpty()) {
        taken.put(method, declared);
      }
    }
    // What the contract does not know is a page, whose forms say themselves what they are.
    if (!declared.isEmpty() && declared.stream().noneMatch(type -> isSame(type, sent))) {
      throw new ProblemException(
          EdgeRejection.TYPE_NOT_TAKEN,
          List.of(),
          Map.of("taken", declared.stream().map(MediaType::toString).toList()));
    }
  }

  private List<MediaType> declared(String method, String path) {
    return addresses.typesTaken(method, path).stream().map(MediaType::valueOf).toList();
  }

  private static boolean isSame(MediaType declared, MediaType sent) {
    return declared.getType().equalsIgnoreCase(sent.getType())
        && declared.getSubtype().equalsIgnoreCase(sent.getSubtype());
  }
}
