package cn.doublerandom.servicekit.rest;

import cn.doublerandom.eventstore.inbox.ParkedRecord;
import cn.doublerandom.eventstore.inbox.StrayRecord;
import cn.doublerandom.eventstore.ledger.LedgerReader;
import cn.doublerandom.eventstore.ledger.Standing;
import cn.doublerandom.eventstore.projection.Generation;
import cn.doublerandom.eventstore.projection.ParkedStream;
import cn.doublerandom.eventstore.timer.SetTimer;
import cn.doublerandom.servicekit.identity.OfInstallation;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.memory.MemoryDesk;
import cn.doublerandom.servicekit.memory.MemoryState;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The memory as operations staff see it: how far it is, what is set aside, what can be rebuilt. */
@Path("/api/v1/memory")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "memory", description = "运行维护")
public class MemoryResource {
  private static final int MAX_NAME = 200;

  @Inject MemoryDesk memory;
  @Inject Pool pool;
  @Inject Requests requests;

  /** Records parked under a key of a topic. */
  public record Key(
      @NotBlank @Size(max = MAX_NAME) String source, @NotNull @Size(max = MAX_NAME) String key) {}

  /** The oldest record parked under a key is given up, and why. */
  public record Skip(
      @NotBlank @Size(max = MAX_NAME) String source,
      @NotNull @Size(max = MAX_NAME) String key,
      @NotBlank @Size(max = 1000) String reason) {}

  /** How many records were applied. */
  public record Applied(int applied) {}

  /** The number of an event in the ledger. */
  public record Place(String stream, long version, long seq) {}

  @GET
  @OfInstallation
  @RolesAllowed({Roles.OPERATOR, Roles.AUDITOR})
  @Operation(summary = "How far everything is, and what is in trouble")
  public MemoryState state() {
    return memory.state();
  }

  @GET
  @Path("/standing")
  @OfInstallation
  @RolesAllowed({Roles.OPERATOR, Roles.AUDITOR})
  @Operation(summary = "Which process leads and since when, and how much room the database takes")
  public Uni<Standing> standing() {
    return memory.standing();
  }

  @GET
  @Path("/timers")
  @OfInstallation
  @RolesAllowed({Roles.OPERATOR, Roles.AUDITOR})
  @Operation(summary = "Timers that wait, those that cannot fire first, at most 500")
  public Uni<List<SetTimer>> timers() {
    return memory.timers(Page.MAX_LIMIT);
  }

  @GET
  @Path("/seq")
  @RolesAllowed({Roles.OPERATOR, Roles.AUDITOR, Roles.COORDINATOR, Roles.REGISTRAR, Roles.PLATFORM})
  @Operation(summary = "The ledger number of an event, for ?minSeq=; the version is in the ETag")
  public Uni<Place> seq(
      @QueryParam("stream") @NotBlank @Size(max = MAX_NAME) String stream,
      @QueryParam("version") @Min(1) long version) {
    return new LedgerReader(pool)
        .seqOf(stream, version)
        .map(seq ->
            new Place(
                stream,
                version,
                seq.orElseThrow(() -> new ProblemException(EdgeRejection.NOT_FOUND))));
  }

  @GET
  @Path("/parked")
  @OfInstallation
  @RolesAllowed({Roles.OPERATOR, Roles.AUDITOR})
  @Operation(summary = "Records set aside, oldest first")
  public Uni<Page<ParkedRecord>> parked(@BeanParam @Valid Paging paging) {
    return memory
        .parked(number(paging), paging.limit() + 1)
        .map(rows -> Page.of(rows, paging.limit(), row -> Long.toString(row.number())));
  }

  @GET
  @Path("/strays")
  @OfInstallation
  @RolesAllowed({Roles.OPERATOR, Roles.AUDITOR})
  @Operation(summary = "Records that do not continue their topics and were not applied")
  public Uni<Page<StrayRecord>> strays(@BeanParam @Valid Paging paging) {
    return memory
        .strays(number(paging), paging.limit() + 1)
        .map(rows -> Page.of(rows, paging.limit(), row -> Long.toString(row.number())));
  }

  private static long number(Paging paging) {
    String after = paging.afterKey();
    if (!after.matches("[0-9]{0,18}")) {
      throw new ProblemException(EdgeRejection.CURSOR_INVALID);
    }
    return after.isEmpty() ? 0 : Long.parseLong(after);
  }

  @POST
  @Path("/parked/retry")
  @OfInstallation
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "Apply what is parked under a key, oldest first, all or none")
  public Uni<Applied> retry(@NotNull @Valid Key key) {
    return memory.retry(key.source(), key.key()).map(Applied::new);
  }

  @POST
  @Conditional
  @Path("/parked/skip")
  @OfInstallation
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "Give up the oldest record parked under a key; the reason becomes an event")
  public Uni<Applied> skip(@NotNull @Valid Skip skip) {
    return memory
        .skip(skip.source(), skip.key(), skip.reason(), requests.context(skip))
        .replaceWith(new Applied(1));
  }

  /** A stream that a read model shows only in part. */
  public record Parked(
      @NotBlank @Size(max = 30) String projection, @NotBlank @Size(max = MAX_NAME) String stream) {}

  /** The event a parked stream stands at is given up for the read model, and why. */
  public record SkipEvent(
      @NotBlank @Size(max = 30) String projection,
      @NotBlank @Size(max = MAX_NAME) String stream,
      @NotBlank @Size(max = 1000) String reason) {}

  @GET
  @Path("/parked-streams")
  @OfInstallation
  @RolesAllowed({Roles.OPERATOR, Roles.AUDITOR})
  @Operation(summary = "Streams with an event a read model cannot store, at most 500")
  public Uni<List<ParkedStream>> parkedStreams() {
    return memory.parkedStreams(Page.MAX_LIMIT);
  }

  @POST
  @Path("/parked-streams/retry")
  @OfInstallation
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "Fill the read model anew, parked streams too; it is switched when complete")
  public Uni<List<Generation>> retryStream(@NotNull @Valid Parked parked) {
    return memory.retryStream(parked.projection(), parked.stream());
  }

  @POST
  @Conditional
  @Path("/parked-streams/skip")
  @OfInstallation
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "Give up the event a stream is parked at, as an event; then as retry")
  public Uni<List<Generation>> skipEvent(@NotNull @Valid SkipEvent skip) {
    return memory.skipEvent(
        skip.projection(), skip.stream(), skip.reason(), requests.context(skip));
  }

  @GET
  @Path("/projections/{name}")
  @OfInstallation
  @RolesAllowed({Roles.OPERATOR, Roles.AUDITOR})
  @Operation(summary = "The generations of a read model")
  public Uni<List<Generation>> generations(@PathParam("name") @Size(max = 30) String name) {
    return memory.generations(name);
  }

  @POST
  @Path("/projections/{name}/rebuild")
  @OfInstallation
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "Fill a read model anew beside the live one, and switch when it is complete")
  public Uni<List<Generation>> rebuild(@PathParam("name") @Size(max = 30) String name) {
    return memory.rebuild(name);
  }
}
