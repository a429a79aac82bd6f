package cn.doublerandom.inspection.rest;

import cn.doublerandom.inspection.application.WaitingVisits;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.rest.WaitingAnswer;
import cn.doublerandom.servicekit.rest.WaitingAnswers;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.waiting.Matters;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 待办: what waits for who asks. */
@Path("/api/v1/waiting")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "waiting", description = "待办")
public class WaitingResource {
  @Inject WaitingVisits waiting;
  @Inject Officers officers;
  @Inject WaitingAnswers answers;
  @Inject Requests requests;

  @GET
  @RolesAllowed({
    Roles.INSPECTOR,
    Roles.UNIT_LEAD,
    Roles.COORDINATOR,
    Roles.APPROVER,
    Roles.LEGAL_REVIEWER,
    Roles.SUPERVISOR,
    Roles.OPERATOR
  })
  @Operation(
      summary = "What waits for who asks, the oldest first",
      description =
          "The visits of the own team with what comes next: arrival, answers, result. Who leads a unit"
              + " sees what is late in it and which results are due in ten working days, 法制安全科 and 督导 the same of the bureau; who approves the visits that are to be"
              + " approved, 法制安全科 the recusals that are to be decided, operators what"
              + " is parked.")
  public Uni<WaitingAnswer> waiting() {
    boolean goes = requests.person().isOneOf(List.of(Roles.INSPECTOR));
    return waiting
        .of(officers.officer(), requests.person(), goes, BusinessClock.day(requests.now()))
        .flatMap(own ->
            waiting.setAside(requests.person()).map(aside -> Matters.together(List.of(own, aside))))
        .flatMap(answers::of);
  }
}
