package cn.doublerandom.servicekit.ui;

import cn.doublerandom.eventstore.checkpoint.Checkpoint;
import cn.doublerandom.eventstore.checkpoint.Checkpoints;
import cn.doublerandom.eventstore.checkpoint.TileLog;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 账本: the latest checkpoint, who vouches for it, and how anybody checks it. */
@Path("/ui/ledger")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Blocking
public class LedgerPages {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BusinessClock.SHANGHAI);

  /** Begins a line of signature (c2sp.org/signed-note): a dash, the name, the signature. */
  private static final String SIGNED = "\u2014 ";

  @Inject
  @Location("suite/ledger.html")
  Template page;

  @Inject Desk desk;
  @Inject TileLog log;
  @Inject Checkpoints checkpoints;

  @ConfigProperty(name = "suite.service")
  String service;

  @GET
  @RolesAllowed({Roles.AUDITOR, Roles.SUPERVISOR, Roles.OPERATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> ledger() {
    Optional<Checkpoint> latest = checkpoints.latest();
    TemplateInstance made =
        page.data("service", service)
            .data("all", log.size())
            .data("checkpoint", latest.orElse(null))
            .data("sealedAt", latest.map(one -> MINUTE.format(one.sealedAt())).orElse(""))
            .data("note", latest.map(checkpoints::cosigned).orElse(""))
            .data("here", "/" + service + "/ui/ledger");
    List<String> names =
        latest.map(checkpoints::cosigned).map(LedgerPages::names).orElse(List.of());
    return desk.show(
        made.data("signer", names.stream().findFirst().orElse(""))
            .data("seenBy", names.stream().skip(1).toList()));
  }

  /** Who signed a note: the ledger itself first, then its witnesses. */
  static List<String> names(String note) {
    return note.lines()
        .filter(line -> line.startsWith(SIGNED))
        .map(line -> line.substring(SIGNED.length(), line.lastIndexOf(' ')))
        .toList();
  }
}
