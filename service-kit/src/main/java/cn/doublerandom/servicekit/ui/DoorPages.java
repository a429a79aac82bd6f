package cn.doublerandom.servicekit.ui;

import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.PageWording;
import cn.doublerandom.servicekit.problem.Problem;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Who opens a page of the desk and is refused: who is not signed in is sent to the door and comes
 * back here, who sent a form after his session ended is told how to keep what he typed, who has
 * another role is told which has it, who comes before what he did can be seen waits on the page
 * itself, and whatever else is refused to who is signed in stands in his own frame, with what to do
 * next.
 */
@ApplicationScoped
public class DoorPages {
  private static final String DOOR = "/signin";
  private static final String DESK = "/desk";
  private static final int SEE_OTHER = 303;

  private static final int LOOKS_AGAIN_SECONDS = 3;

  /** Before the pages of all other refusals. */
  private static final int FIRST = 6_000;

  private static final MediaType HTML = MediaType.valueOf("text/html;charset=UTF-8");

  private final Frames frames;
  private final Reader reader;
  private final Template page;
  private final Template ended;
  private final Template refused;
  private final Template later;
  private final CurrentIdentityAssociation identity;

  @Inject
  DoorPages(
      Frames frames,
      Reader reader,
      @Location("kit/role.html") Template page,
      @Location("suite/ended.html") Template ended,
      @Location("suite/refused.html") Template refused,
      @Location("suite/later.html") Template later,
      CurrentIdentityAssociation identity) {
    this.refused = refused;
    this.later = later;
    this.identity = identity;
    this.frames = frames;
    this.reader = reader;
    this.page = page;
    this.ended = ended;
  }

  @ServerResponseFilter(priority = FIRST)
  public Uni<Void> shown(
      ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource) {
    if (!(response.getEntity() instanceof Problem problem) || !isPage(request)) {
      return Uni.createFrom().voidItem();
    }
    if (problem.code().equals(EdgeRejection.UNAUTHENTICATED.code())) {
      if (request.getMethod().equals("GET")) {
        toTheDoor(request, response);
        return Uni.createFrom().voidItem();
      }
      return answered(response, ended.data("door", PageAddress.of(DOOR).with("to", DESK)));
    }
    if (problem.code().equals(EdgeRejection.NOT_YET_VISIBLE.code())
        && request.getMethod().equals("GET")) {
      response.getHeaders().putSingle("Refresh", LOOKS_AGAIN_SECONDS);
      return answered(response, later.instance());
    }
    return problem.code().equals(EdgeRejection.ROLE_MISSING.code())
        ? answered(response, page.data("roles", roles(resource)))
        : refused(response, resource, problem);
  }

  /** The public, and a page of the public, has the frame of the portal. */
  private Uni<Void> refused(
      ContainerResponseContext response, ResourceInfo resource, Problem problem) {
    if (isOfThePublic(resource.getResourceMethod())) {
      return Uni.createFrom().voidItem();
    }
    return identity
        .getDeferredIdentity()
        .map(SecurityIdentity::isAnonymous)
        .onFailure(AuthenticationFailedException.class)
        .recoverWithItem(true)
        .flatMap(stranger ->
            stranger
                ? Uni.createFrom().voidItem()
                : answered(
                    response,
                    refused.data("problem", PageWording.of(problem, reader.readsEnglish()))));
  }

  private static boolean isOfThePublic(@Nullable Method method) {
    return method != null
        && !method.isAnnotationPresent(RolesAllowed.class)
        && !method.getDeclaringClass().isAnnotationPresent(RolesAllowed.class);
  }

  private Uni<Void> answered(ContainerResponseContext response, TemplateInstance told) {
    return frames
        .around(told)
        .invoke(html -> {
          response.setEntity(html, null, HTML);
          response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, HTML);
        })
        .replaceWithVoid();
  }

  private static void toTheDoor(
      ContainerRequestContext request, ContainerResponseContext response) {
    URI asked = request.getUriInfo().getRequestUri();
    String query = asked.getRawQuery();
    String to = asked.getRawPath() + (query == null ? "" : "?" + query);
    response.setStatus(SEE_OTHER);
    response.setEntity(null);
    response.getHeaders().remove("WWW-Authenticate");
    response.getHeaders().putSingle("Location", PageAddress.of(DOOR).with("to", to).toString());
  }

  /** Browsers ask for text/html by name. */
  private static boolean isPage(ContainerRequestContext request) {
    String accepted = request.getHeaderString(HttpHeaders.ACCEPT);
    return accepted != null
        && accepted.contains(MediaType.TEXT_HTML)
        && request.getUriInfo().getPath().startsWith("/ui/");
  }

  private String roles(ResourceInfo resource) {
    Method method = resource.getResourceMethod();
    RolesAllowed allowed = method == null ? null : method.getAnnotation(RolesAllowed.class);
    boolean english = reader.readsEnglish();
    return allowed == null
        ? ""
        : String.join(
            english ? ", " : "、",
            DeskMenu.MENU.words(Set.copyOf(List.of(allowed.value())), english));
  }
}
