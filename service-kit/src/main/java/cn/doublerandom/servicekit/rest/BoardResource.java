package cn.doublerandom.servicekit.rest;

import cn.doublerandom.bureau.time.IssuedNotices;
import cn.doublerandom.eventstore.KeptStates;
import cn.doublerandom.servicekit.board.BoardDay;
import cn.doublerandom.servicekit.board.BoardFigures;
import cn.doublerandom.servicekit.board.BoardPart;
import cn.doublerandom.servicekit.board.MemoryBoard;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.memory.MemoryDesk;
import cn.doublerandom.servicekit.memory.MemorySettings;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.time.CalendarStream;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 看板 of this service; the gateway shows those of all side by side. */
@Path("/api/v1/board")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "board", description = "看板")
public class BoardResource {
  @Inject BoardFigures figures;
  @Inject MemoryDesk memory;
  @Inject MemorySettings settings;
  @Inject KeptStates<IssuedNotices> calendar;
  @Inject ActingBureaus bureaus;
  @Inject Requests requests;

  @GET
  @RolesAllowed({
    Roles.COORDINATOR,
    Roles.APPROVER,
    Roles.PUBLISHER,
    Roles.SUPERVISOR,
    Roles.AUDITOR,
    Roles.OPERATOR
  })
  @Operation(
      summary = "What this service shows on the board of the bureau",
      description =
          "The same for whoever may see it: each figure is that of the page it leads to, which not every role may"
              + " open. `look` of a deadline is ok, warn from three working days on, and bad once it has passed.")
  public Uni<BoardAnswer> board() {
    LocalDate today = BusinessClock.day(requests.now());
    return calendar
        .of(CalendarStream.NAME)
        .map(notices -> BoardDay.of(today, notices.state().calendar()))
        .flatMap(figures::on)
        .map(part -> part.and(memory()))
        .flatMap(part ->
            bureaus
                .ofWhoAsks()
                .map(acting -> BoardAnswer.of(acting, part, requests.readsEnglish())));
  }

  private BoardPart memory() {
    return MemoryBoard.of(memory.state(), "/" + settings.service() + "/ui/memory");
  }
}
