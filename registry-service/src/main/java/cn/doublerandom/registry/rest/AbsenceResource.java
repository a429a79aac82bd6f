package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.application.AbsenceRequests;
import cn.doublerandom.registry.application.InspectorPerson;
import cn.doublerandom.registry.application.Inspectors;
import cn.doublerandom.registry.inspector.Inspector;
import cn.doublerandom.registry.inspector.InspectorDirectory;
import cn.doublerandom.registry.inspector.Leave;
import cn.doublerandom.registry.inspector.Validity;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Approves;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Creates;
import cn.doublerandom.servicekit.openapi.Refuses;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import cn.doublerandom.servicekit.rest.Requests;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 请假, 离岗 and 在岗, one by one: they hold when a second person agreed (ADR 26). */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "inspectors", description = "执法检查人员名录库")
public class AbsenceResource {
  @Inject AbsenceRequests absences;
  @Inject SecurityIdentity identity;
  @Inject Requests requests;

  /** Days on which an inspector is not available. */
  public record LeaveRequest(
      @NotNull LocalDate from,
      @NotNull LocalDate until,
      @NotNull @Size(max = 200) @Schema(examples = "年休假") String reason) {}

  /**
   * What takes somebody out of the draw or brings him in, waiting for a second person.
   *
   * @param leave absent where it is about no leave
   * @param leftFrom first day of 离岗; absent where it is about no departure
   * @param validity of certificates that end on other days by it; absent where it is about none
   * @param activeFrom first day of 在岗 of who is new or comes back; absent where it is about none
   * @param batch all that a table asked for at once; absent where no table did
   * @param text all of it in words
   * @param was who the number belongs to, where that is to change; absent where it is not
   * @param becomes who it is to belong to; absent where that stays
   */
  public record AbsenceRequest(
      String inspector,
      @Nullable Leave leave,
      @Nullable LocalDate leftFrom,
      String requestedBy,
      @Nullable Validity validity,
      @Nullable LocalDate activeFrom,
      @Nullable String batch,
      String text,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Holder was,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Holder becomes) {
    /** Who a number belongs to; masked for who neither keeps the register nor decides. */
    public record Holder(String name, String certificate, String provincialCertificate) {
      static @Nullable Holder of(@Nullable InspectorPerson person) {
        return person == null
            ? null
            : new Holder(
                person.name(),
                person.details().certificate(),
                person.details().more().provincialCertificate());
      }
    }

    static AbsenceRequest of(AbsenceRequests.Waiting waiting) {
      InspectorDirectory.Entry entry = waiting.entry();
      Inspector.AbsenceAsked asked = Objects.requireNonNull(entry.absenceAsked());
      return new AbsenceRequest(
          entry.details().id(),
          asked.leave(),
          asked.leftFrom(),
          asked.by(),
          asked.validity(),
          asked.activeFrom(),
          asked.batch(),
          asked.inWords(),
          Holder.of(waiting.was()),
          Holder.of(waiting.becomes()));
    }
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/inspectors/{id}/leaves")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(
      summary =
          "Ask for days of leave; another person must agree, and nobody is drawn on them from then"
              + " on")
  public Uni<RestResponse<List<NotedLeave>>> grant(
      @PathParam("id") @Size(max = 64) String id, @NotNull @Valid LeaveRequest leave) {
    return absences
        .grant(id, new Leave(leave.from(), leave.until(), leave.reason()), requests.context(leave))
        .map(handled -> Answers.created(handled, AbsenceResource::leaves));
  }

  @GET
  @Path("/inspectors/absence-requests")
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(
      summary =
          "Leaves, departures, whoever is new and rows that change somebody, waiting for a second"
              + " person, by id; who decides reads whose name a number is to bear")
  public Uni<Page<AbsenceRequest>> waiting(
      @BeanParam @Valid Paging paging,
      @QueryParam("batch") @DefaultValue("") @Size(max = 64) String batch) {
    boolean decides = identity.hasRole(Roles.APPROVER) || identity.hasRole(Roles.REGISTRAR);
    return absences
        .waiting(batch, paging.afterKey(), paging.limit() + 1, decides)
        .map(rows ->
            Page.of(
                rows.stream().map(AbsenceRequest::of).toList(),
                paging.limit(),
                AbsenceRequest::inspector));
  }

  @GET
  @Versioned
  @Refuses(409)
  @Path("/inspectors/{id}/absence")
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(summary = "What waits of one inspector for a second person, who names its ETag")
  public Uni<RestResponse<AbsenceRequest>> waitingOf(@PathParam("id") @Size(max = 64) String id) {
    boolean decides = identity.hasRole(Roles.APPROVER) || identity.hasRole(Roles.REGISTRAR);
    return absences
        .waiting(id, decides)
        .map(loaded -> Answers.versioned(AbsenceRequest.of(loaded.state()), loaded.version()));
  }

  @POST
  @Versioned
  @Approves(read = "/api/v1/inspectors/{id}/absence")
  @Path("/inspectors/{id}/absence/approval")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Another person agrees to what waits of one inspector")
  public Uni<RestResponse<List<NotedLeave>>> approve(@PathParam("id") @Size(max = 64) String id) {
    return absences
        .approve(id, requests.context("approve-absence"))
        .map(handled -> Answers.ok(handled, AbsenceResource::leaves));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/inspectors/{id}/absence/decline")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Another person does not agree, with a reason: everything stays as it was")
  public Uni<RestResponse<List<NotedLeave>>> decline(
      @PathParam("id") @Size(max = 64) String id,
      @NotNull @Valid SubjectStatusResource.RequestEnd end) {
    return absences
        .decline(id, end.reason(), requests.context(end))
        .map(handled -> Answers.ok(handled, AbsenceResource::leaves));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/inspectors/{id}/absence/withdrawal")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(summary = "Whoever asked takes it back, with a reason: everything stays as it was")
  public Uni<RestResponse<List<NotedLeave>>> withdraw(
      @PathParam("id") @Size(max = 64) String id,
      @NotNull @Valid SubjectStatusResource.RequestEnd end) {
    return absences
        .withdraw(id, end.reason(), requests.context(end))
        .map(handled -> Answers.ok(handled, AbsenceResource::leaves));
  }

  private static List<NotedLeave> leaves(Inspector inspector) {
    return NotedLeave.of(Inspectors.registered(inspector));
  }
}
