package cn.doublerandom.servicekit.page;

import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.servicekit.problem.PageWording;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.ui.PublicFrames;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Who looks with a browser reads a page where a program reads problem+json. */
@ApplicationScoped
final class ProblemPages {
  private static final MediaType HTML = MediaType.valueOf("text/html;charset=UTF-8");

  private final PublicFrames frames;
  private final Template page;

  @Inject
  ProblemPages(PublicFrames frames, @Location("suite/problem.html") Template page) {
    this.frames = frames;
    this.page = page;
  }

  @ServerResponseFilter
  void shown(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Problem problem && isForPeople(request)) {
      PageAddress back =
          request.getMethod().equals("GET") ? frames.here() : PageAddress.of(Places.portal());
      String html =
          frames
              .around(page.data("problem", PageWording.of(problem, frames.readsEnglish())), back)
              .render();
      response.setEntity(html, null, HTML);
      response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, HTML);
    }
  }

  /** Browsers ask for text/html by name; programs ask for JSON or for anything. */
  private static boolean isForPeople(ContainerRequestContext request) {
    String accepted = request.getHeaderString(HttpHeaders.ACCEPT);
    return (request.getMethod().equals("GET") || request.getUriInfo().getPath().startsWith("/ui/"))
        && accepted != null
        && accepted.contains(MediaType.TEXT_HTML);
  }
}
