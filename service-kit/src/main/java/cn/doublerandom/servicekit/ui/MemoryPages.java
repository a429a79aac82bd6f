package cn.doublerandom.servicekit.ui;

import cn.doublerandom.eventstore.ledger.Standing;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.servicekit.identity.OfInstallation;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.memory.MemoryDesk;
import cn.doublerandom.servicekit.memory.MemoryState;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * 运行: how the memory of a service is, for who keeps it running; the same page in each service, and
 * the same that {@code /api/v1/memory} says and does.
 */
@Path("/ui/memory")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@OfInstallation
public class MemoryPages {
  /** Rows of each list; who has more mends these first. */
  private static final int MOST = 50;

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BusinessClock.SHANGHAI);

  @Inject
  @Location("suite/memory.html")
  Template home;

  @Inject
  @Location("suite/memory-model.html")
  Template model;

  @Inject Desk desk;
  @Inject MemoryDesk memory;
  @Inject Requests requests;

  @ConfigProperty(name = "suite.service")
  String service;

  /** A part in trouble: what it is, and its own sentence. */
  public record Trouble(MemoryPart part, String which, String sentence) {
    static Trouble of(String part, String sentence) {
      MemoryPart known = MemoryPart.of(part);
      return new Trouble(known, known.which(part), sentence);
    }
  }

  /** A timer with its day and hour. */
  public record Timer(
      String process, String stream, String due, int attempts, String fault, boolean stuck) {}

  @GET
  @RolesAllowed({Roles.OPERATOR, Roles.AUDITOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> memory() {
    MemoryState state = memory.state();
    TemplateInstance page =
        page(home)
            .data("reading", state.reading())
            .data("done", desk.justDone())
            .data("asOf", MINUTE.format(requests.realTime()))
            .data(
                "troubles",
                state.troubles().entrySet().stream()
                    .map(one -> Trouble.of(one.getKey(), one.getValue()))
                    .toList());
    return desk.show(
        models(state.reading().head())
            .invoke(all -> page.data("models", all))
            .flatMap(all -> memory.standing())
            .invoke(standing -> standing(page, standing))
            .flatMap(all -> memory.parked(0, MOST))
            .invoke(rows -> page.data("parked", rows))
            .flatMap(all -> memory.parkedStreams(MOST))
            .invoke(rows -> page.data("streams", rows))
            .flatMap(all -> memory.strays(0, MOST))
            .invoke(rows -> page.data("strays", rows))
            .flatMap(all -> memory.timers(MOST))
            .map(timers ->
                page.data(
                    "timers",
                    timers.stream()
                        .map(t ->
                            new Timer(
                                t.process(),
                                t.stream(),
                                MINUTE.format(t.dueAt()),
                                t.attempts(),
                                t.fault(),
                                t.isStuck()))
                        .toList())));
  }

  private TemplateInstance page(Template template) {
    return template
        .data("service", service)
        .data("may", requests.person().isOneOf(List.of(Roles.OPERATOR)));
  }

  private void standing(TemplateInstance page, Standing standing) {
    page.data("standing", standing)
        .data("leadsSince", MINUTE.format(standing.since()))
        .data("megabytes", Math.ceilDiv(standing.databaseBytes(), 1_000_000L));
  }

  private Uni<List<MemoryModel>> models(long head) {
    return Multi.createFrom()
        .items(
            Stream.concat(
                memory.readModels().stream().map(name -> new Named(name, false)),
                memory.copies().stream().map(name -> new Named(name, true))))
        .onItem()
        .transformToUniAndConcatenate(one ->
            memory
                .generations(one.name())
                .map(fillings -> MemoryModel.of(one.name(), one.copy(), fillings, head)))
        .collect()
        .asList();
  }

  private record Named(String name, boolean copy) {}

  @GET
  @Path("/read-models/{name}")
  @RolesAllowed({Roles.OPERATOR, Roles.AUDITOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> readModel(@PathParam("name") @Size(max = 30) String name) {
    return desk.show(model(name, desk.forms().blank()));
  }

  private Uni<TemplateInstance> model(String name, FilledForm form) {
    boolean copy = memory.copies().contains(name);
    return memory
        .generations(name)
        .map(fillings ->
            page(model)
                .data("form", form)
                .data("fillings", fillings)
                .data("head", memory.state().reading().head())
                .data(
                    "model",
                    MemoryModel.of(name, copy, fillings, memory.state().reading().head())));
  }

  @POST
  @Path("/read-models/{name}/rebuild")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.OPERATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> rebuild(
      @PathParam("name") @Size(max = 30) String name, byte[] body) {
    return desk.does(
        body,
        form -> memory.rebuild(name).replaceWith(PageAddress.of(MemoryPlaces.model(service, name))),
        form -> model(name, form));
  }
}
