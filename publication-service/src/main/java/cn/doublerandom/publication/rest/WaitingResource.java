package cn.doublerandom.publication.rest;

import cn.doublerandom.publication.application.WaitingResults;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.rest.WaitingAnswer;
import cn.doublerandom.servicekit.rest.WaitingAnswers;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 待办: what waits for who asks. */
@Path("/api/v1/waiting")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "waiting", description = "待办")
public class WaitingResource {
  @Inject WaitingResults waiting;
  @Inject WaitingAnswers answers;
  @Inject Requests requests;

  @GET
  @RolesAllowed({
    Roles.PUBLISHER,
    Roles.COORDINATOR,
    Roles.APPROVER,
    Roles.SUPERVISOR,
    Roles.OPERATOR
  })
  @Operation(
      summary = "What waits for who asks, the oldest first",
      description =
          "Results the own unit has to publish, but not those one recorded oneself; 法制安全科 and 督导"
              + " see those that should be public by now, operators what is parked. Replies to letters wait for"
              + " whoever may agree and did not propose them.")
  public Uni<WaitingAnswer> waiting() {
    return waiting.of(requests.person(), BusinessClock.day(requests.now())).flatMap(answers::of);
  }
}
