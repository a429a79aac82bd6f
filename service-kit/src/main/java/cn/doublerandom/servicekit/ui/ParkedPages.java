package cn.doublerandom.servicekit.ui;

import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.servicekit.identity.OfInstallation;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.memory.MemoryDesk;
import cn.doublerandom.servicekit.rest.Requests;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * 搁置: what was set aside in a service, one key or stream a page: tried again, or given up with a
 * reason that becomes an event.
 */
@Path("/ui/memory")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@OfInstallation
public class ParkedPages {
  /** Records of one key; who has more mends these first. */
  private static final int MOST = 50;

  private static final int MAX_NAME = 200;

  @Inject
  @Location("suite/memory-parked.html")
  Template parked;

  @Inject
  @Location("suite/memory-stream.html")
  Template stream;

  @Inject Desk desk;
  @Inject MemoryDesk memory;
  @Inject Requests requests;

  @ConfigProperty(name = "suite.service")
  String service;

  /** Why something is given up. */
  public record Reason(@NotBlank @Size(max = 1000) String reason) {}

  private TemplateInstance page(Template template) {
    return template
        .data("service", service)
        .data("may", requests.person().isOneOf(List.of(Roles.OPERATOR)));
  }

  @GET
  @Path("/parked")
  @RolesAllowed({Roles.OPERATOR, Roles.AUDITOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> parked(
      @QueryParam("source") @DefaultValue("") @Size(max = MAX_NAME) String source,
      @QueryParam("key") @DefaultValue("") @Size(max = MAX_NAME) String key) {
    return desk.show(parked(source, key, desk.forms().blank(), desk.forms().blank()));
  }

  private Uni<TemplateInstance> parked(
      String source, String key, FilledForm again, FilledForm giveUp) {
    return memory
        .parkedUnder(source, key, MOST)
        .map(records ->
            page(parked)
                .data("source", source)
                .data("key", key)
                .data("records", records)
                .data("again", again)
                .data("giveUp", giveUp));
  }

  @POST
  @Path("/parked/retry")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.OPERATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> retry(
      @QueryParam("source") @DefaultValue("") @Size(max = MAX_NAME) String source,
      @QueryParam("key") @DefaultValue("") @Size(max = MAX_NAME) String key,
      byte[] body) {
    return desk.does(
        body,
        form -> memory.retry(source, key).replaceWith(done("retried")),
        form -> parked(source, key, form, desk.forms().blank()));
  }

  private PageAddress done(String what) {
    return desk.says(PageAddress.of(MemoryPlaces.home(service)), what);
  }

  @POST
  @Path("/parked/skip")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.OPERATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> skip(
      @QueryParam("source") @DefaultValue("") @Size(max = MAX_NAME) String source,
      @QueryParam("key") @DefaultValue("") @Size(max = MAX_NAME) String key,
      byte[] body) {
    return desk.does(
        body,
        form -> {
          Reason why = form.as(Reason.class);
          return memory
              .skip(source, key, why.reason(), form.context(why))
              .replaceWith(done("skipped"));
        },
        form -> parked(source, key, desk.forms().blank(), form));
  }

  @GET
  @Path("/parked-streams")
  @RolesAllowed({Roles.OPERATOR, Roles.AUDITOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> parkedStream(
      @QueryParam("projection") @DefaultValue("") @Size(max = 30) String projection,
      @QueryParam("stream") @DefaultValue("") @Size(max = MAX_NAME) String name) {
    return desk.show(stream(projection, name, desk.forms().blank(), desk.forms().blank()));
  }

  private Uni<TemplateInstance> stream(
      String projection, String name, FilledForm again, FilledForm giveUp) {
    return memory
        .parkedStreams(Integer.MAX_VALUE)
        .map(all ->
            page(stream)
                .data("projection", projection)
                .data("stream", name)
                .data(
                    "one",
                    all.stream()
                        .filter(p -> p.projection().equals(projection) && p.stream().equals(name))
                        .findFirst()
                        .orElse(null))
                .data("again", again)
                .data("giveUp", giveUp));
  }

  @POST
  @Path("/parked-streams/retry")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.OPERATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> retryStream(
      @QueryParam("projection") @DefaultValue("") @Size(max = 30) String projection,
      @QueryParam("stream") @DefaultValue("") @Size(max = MAX_NAME) String name,
      byte[] body) {
    return desk.does(
        body,
        form -> memory.retryStream(projection, name).replaceWith(done("filling")),
        form -> stream(projection, name, form, desk.forms().blank()));
  }

  @POST
  @Path("/parked-streams/skip")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.OPERATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> skipEvent(
      @QueryParam("projection") @DefaultValue("") @Size(max = 30) String projection,
      @QueryParam("stream") @DefaultValue("") @Size(max = MAX_NAME) String name,
      byte[] body) {
    return desk.does(
        body,
        form -> {
          Reason why = form.as(Reason.class);
          return memory
              .skipEvent(projection, name, why.reason(), form.context(why))
              .replaceWith(done("filling"));
        },
        form -> stream(projection, name, desk.forms().blank(), form));
  }
}
