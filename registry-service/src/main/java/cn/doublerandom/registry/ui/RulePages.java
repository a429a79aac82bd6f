package cn.doublerandom.registry.ui;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.bureau.rules.RulePack;
import cn.doublerandom.bureau.rules.RulePacks;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.rules.RulePackFiles;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.DeskMenu;
import cn.doublerandom.servicekit.ui.Query;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 规则包 in words: which rule holds, on what basis, and what two packs differ in. */
@Path("/ui/rule-packs")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class RulePages {
  private static final RulePacks PACKS = RulePackFiles.shipped();

  @Inject
  @Location("registry/packs.html")
  Template listPage;

  @Inject
  @Location("registry/pack.html")
  Template onePage;

  @Inject Desk desk;
  @Inject RuleBook rules;
  @Inject Requests requests;

  /** What of one rule differs. */
  public record Changed(String rule, String before, String after) {}

  @GET
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.COORDINATOR,
    Roles.LEGAL_REVIEWER,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(hidden = true)
  public Uni<RestResponse<String>> list() {
    Query query = desk.query();
    String before = query.text("before");
    String after = query.text("after");
    LocalDate today = BusinessClock.day(requests.now());
    RuleLines lines = lines();
    return desk.show(
        listPage
            .data("query", query.form())
            .data("packs", PACKS.packs())
            .data(
                "choices", PACKS.packs().stream().map(p -> new Choice(p.id(), p.title())).toList())
            .data("today", today)
            .data(
                "rules",
                rules.packs().on(today).values().stream()
                    .map(said -> lines.line(said.rule(), title(said.pack())))
                    .toList())
            .data(
                "changed",
                before.isEmpty() || after.isEmpty() ? null : changed(pack(before), pack(after))));
  }

  private List<Changed> changed(RulePack before, RulePack after) {
    RuleWords words = desk.words(RuleWords.class);
    return RulePacks.between(before, after).stream()
        .map(d -> new Changed(words.keyOf(d.key()), says(d.before()), says(d.after())))
        .toList();
  }

  private String says(Optional<RulePack.Rule> rule) {
    return rule.map(r -> lines().says(r)).orElseGet(() -> desk.words(RuleWords.class).absent());
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.COORDINATOR,
    Roles.LEGAL_REVIEWER,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(@PathParam("id") @Size(max = 64) String id) {
    RulePack pack = pack(id);
    RuleLines lines = lines();
    return desk.show(
        onePage
            .data("pack", pack)
            .data(
                "refines",
                pack.refines().stream().map(RulePages::title).collect(Collectors.joining(comma())))
            .data("rules", pack.rules().stream().map(r -> lines.line(r, pack.title())).toList()));
  }

  private RuleLines lines() {
    return new RuleLines(
        desk.words(RuleWords.class),
        role -> String.join(comma(), DeskMenu.MENU.words(Set.of(role), desk.readsEnglish())),
        comma());
  }

  private String comma() {
    return desk.readsEnglish() ? ", " : "、";
  }

  private static String title(String id) {
    return PACKS.find(id).map(RulePack::title).orElse(id);
  }

  private static RulePack pack(String id) {
    return PACKS
        .find(id)
        .orElseThrow(() -> new ProblemException(RegistryRejection.RULE_PACK_UNKNOWN));
  }
}
