package cn.doublerandom.servicekit.rest;

import cn.doublerandom.servicekit.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** The queue of those who hand in files: each can ask how long it is and where they stand. */
@Path("/api/v1/import-queue")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "memory", description = "运行维护")
public class ImportQueueResource {
  @Inject ImportTurns turns;
  @Inject WaitedTurn waited;
  @Inject Requests requests;

  @GET
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.PLATFORM, Roles.OPERATOR, Roles.AUDITOR})
  @Operation(summary = "Files being read and files that wait, and your own places in the queue")
  public ImportTurns.Queue queue() {
    return turns.queue(requests.actor());
  }

  @ServerResponseFilter
  public void tell(ContainerResponseContext response) {
    if (waited.waited().toMillis() > 0) {
      response.getHeaders().putSingle(WaitedTurn.HEADER, Long.toString(waited.waited().toMillis()));
    }
  }
}
