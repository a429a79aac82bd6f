package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.application.WaitingInRegistry;
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
  @Inject WaitingInRegistry waiting;
  @Inject WaitingAnswers answers;
  @Inject Requests requests;

  @GET
  @RolesAllowed({
    Roles.APPROVER,
    Roles.REGISTRAR,
    Roles.COORDINATOR,
    Roles.UNIT_LEAD,
    Roles.PLATFORM,
    Roles.OPERATOR
  })
  @Operation(
      summary = "What waits for who asks, the oldest first",
      description =
          "Requests of others that wait for a second person, a batch as one, and none who asks"
              + " touched himself; for registrars certificates that end within 30 days, differences"
              + " from the platform and files they checked and neither took nor dropped, for them"
              + " and for 法制安全科 what is open before 31 March, for operators what is parked.")
  public Uni<WaitingAnswer> waiting() {
    return waiting.of(requests.person(), BusinessClock.day(requests.now())).flatMap(answers::of);
  }
}
