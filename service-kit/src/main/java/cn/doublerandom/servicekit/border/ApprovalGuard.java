package cn.doublerandom.servicekit.border;

import cn.doublerandom.servicekit.openapi.Approves;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Who agrees to what another asked for says what he has read: between the reading and the approval
 * the request may have been taken back and another made under the same address. Whether the version
 * he names still stands is decided where the event is appended.
 */
public class ApprovalGuard {
  private static final String ANY = "*";

  /** Refuses an approval that does not say what was read, and says where it is read. */
  @ServerRequestFilter
  public void named(ContainerRequestContext request, ResourceInfo resource) {
    Method method = resource.getResourceMethod();
    Approves approval = method == null ? null : method.getAnnotation(Approves.class);
    if (approval == null) {
      return;
    }
    String given = request.getHeaderString(HttpHeaders.IF_MATCH);
    if (given == null || given.strip().equals(ANY)) {
      throw new ProblemException(
          EdgeRejection.REQUEST_NOT_NAMED,
          List.of(),
          Map.of("read", address(approval.read(), request.getUriInfo())));
    }
  }

  /** Where it is read, of this request. */
  private static String address(String template, UriInfo uri) {
    String address = template;
    for (Map.Entry<String, List<String>> place : uri.getPathParameters().entrySet()) {
      address = address.replace("{" + place.getKey() + "}", encoded(place.getValue().getFirst()));
    }
    String query = uri.getRequestUri().getRawQuery();
    String root = uri.getBaseUri().getRawPath().replaceFirst("/$", "");
    return root + address + (query == null ? "" : "?" + query);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
