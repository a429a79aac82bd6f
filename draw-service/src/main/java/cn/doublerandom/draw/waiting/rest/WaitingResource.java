package cn.doublerandom.draw.waiting.rest;

import cn.doublerandom.draw.waiting.application.WaitingDraws;
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
  @Inject WaitingDraws waiting;
  @Inject WaitingAnswers answers;
  @Inject Requests requests;

  @GET
  @RolesAllowed({
    Roles.COORDINATOR,
    Roles.APPROVER,
    Roles.SUPERVISOR,
    Roles.WITNESS,
    Roles.OPERATOR
  })
  @Operation(
      summary = "What waits for who asks, the oldest first",
      description =
          "The next step of plans and draws for whoever may take it, with its last day; requests of"
              + " others that wait for a second person, and none who asks touched himself; for witnesses"
              + " their own ceremonies, for operators what is parked.")
  public Uni<WaitingAnswer> waiting() {
    return waiting.of(requests.person(), BusinessClock.day(requests.now())).flatMap(answers::of);
  }
}
