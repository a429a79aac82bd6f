package cn.doublerandom.registry.ui;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.Happening;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.application.Bureaus;
import cn.doublerandom.registry.bureau.BureauDetails;
import cn.doublerandom.registry.bureau.BureauEvent;
import cn.doublerandom.registry.bureau.RegisteredBureau;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.rules.RulePackFiles;
import cn.doublerandom.servicekit.ui.Desk;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One bureau with its entry, what waits, and what happened. */
@RequestScoped
class BureauPage {
  /** How a bureau numbers its documents. */
  static final String EXAMPLE = BureauDetails.home("").documentNumbers();

  private static final String NATIONAL = "national";

  @Inject
  @Location("registry/bureau.html")
  Template page;

  @Inject Desk desk;
  @Inject Bureaus bureaus;
  @Inject Requests requests;
  @Inject SecurityIdentity identity;

  /** The packs a bureau may choose: the national ones hold for all. */
  static List<Choice> packs() {
    return RulePackFiles.shipped().packs().stream()
        .filter(pack -> !pack.id().startsWith(NATIONAL))
        .map(pack -> new Choice(pack.id(), pack.title()))
        .toList();
  }

  /**
   * What waits for a second person.
   *
   * @param entry that the register is to have; absent where it is to be closed
   * @param closing why it is to be closed; empty where it is not
   * @param own whether who reads it asked
   */
  @TemplateData
  public record Waiting(@Nullable BureauDetails entry, String closing, String by, boolean own) {}

  /**
   * The page.
   *
   * @param sent the form that was refused, by its address; empty where none was
   */
  Uni<TemplateInstance> of(BureauKey key, String sent, FilledForm form) {
    return Uni.combine()
        .all()
        .unis(bureaus.known(key), bureaus.story(key))
        .usingConcurrencyOf(1)
        .with((loaded, happened) ->
            page(key, loaded.state(), loaded.version(), happened, sent, form));
  }

  private TemplateInstance page(
      BureauKey key,
      RegisteredBureau bureau,
      long version,
      List<Bureaus.Happened> happened,
      String sent,
      FilledForm form) {
    if (bureau.entry().isEmpty() && bureau.asked().isEmpty()) {
      throw new ProblemException(RegistryRejection.BUREAU_UNKNOWN);
    }
    Optional<BureauDetails> entry = bureau.entry();
    boolean may = identity.hasRole(Roles.PLATFORM);
    FilledForm blank = desk.forms().blank(version);
    return page.data("key", key.text())
        .data("practice", key.isPractice())
        .data("entry", entry.orElse(null))
        .data("title", entry.map(BureauDetails::name).orElse(key.text()))
        .data("standing", standing(bureau))
        .data("closed", bureau instanceof RegisteredBureau.Closed closed ? closed.reason() : "")
        .data("waiting", bureau.asked().map(this::waiting).orElse(null))
        .data("may", may)
        .data("mayAsk", may && bureau.asked().isEmpty())
        .data(
            "mayClose", may && bureau.asked().isEmpty() && bureau instanceof RegisteredBureau.Open)
        .data("packs", packs())
        .data("example", EXAMPLE)
        .data("change", change(entry, version, "entry".equals(sent) ? form : blank))
        .data("closing", "closing".equals(sent) ? form : blank)
        .data("approving", "approval".equals(sent) ? form : blank)
        .data("declining", "decline".equals(sent) ? form : blank)
        .data("entries", happened.stream().map(this::line).toList());
  }

  private static BureauState standing(RegisteredBureau bureau) {
    return switch (bureau) {
      case RegisteredBureau.Unregistered unregistered -> BureauState.UNREGISTERED;
      case RegisteredBureau.Open open -> BureauState.OPEN;
      case RegisteredBureau.Closed closed -> BureauState.CLOSED;
    };
  }

  private Waiting waiting(RegisteredBureau.Asked asked) {
    boolean own = SecondPerson.isSame(requests.actor(), asked.by());
    return switch (asked) {
      case RegisteredBureau.Asked.Entry(var details, var by) -> new Waiting(details, "", by, own);
      case RegisteredBureau.Asked.Closing(var reason, var by) -> new Waiting(null, reason, by, own);
    };
  }

  /** Filled with the entry as it stands; what was typed stays. */
  private static FilledForm change(Optional<BureauDetails> entry, long version, FilledForm form) {
    Map<String, String> now = new LinkedHashMap<>();
    entry.ifPresent(holds -> {
      now.put("name", holds.name());
      now.put("creditCode", holds.creditCode());
      now.put("documentNumbers", holds.documentNumbers());
    });
    FilledForm over = form.over(Long.toString(version), now);
    if (form.values().isEmpty()) {
      for (Map.Entry<String, String> field : now.entrySet()) {
        over = over.with(field.getKey(), field.getValue());
      }
      return over.withAll("rulePacks", entry.map(BureauDetails::rulePacks).orElse(List.of()));
    }
    return over;
  }

  private Happening line(Bureaus.Happened happened) {
    BureauWords words = desk.words(BureauWords.class);
    String day = happened.day().toString();
    String recorded = happened.recorded().toString();
    return switch (happened.event()) {
      case BureauEvent.BureauRegistered(var details, var asked, var agreed) ->
          Happening.of(
              words.registeredFact(details.name()),
              asked == null || agreed == null ? words.installation() : two(asked, agreed),
              day,
              recorded,
              "");
      case BureauEvent.BureauChanged(var details, var asked, var agreed) ->
          Happening.of(words.changedFact(details.name()), two(asked, agreed), day, recorded, "");
      case BureauEvent.BureauClosed(var reason, var asked, var agreed) ->
          Happening.of(words.closedFact(), two(asked, agreed), day, recorded, reason);
      case BureauEvent.BureauRequested(var details, var by) ->
          Happening.of(words.requestedFact(details.name()), by, day, recorded, "");
      case BureauEvent.BureauClosingRequested(var reason, var by) ->
          Happening.of(words.closingFact(), by, day, recorded, reason);
      case BureauEvent.BureauRequestEnded(var by, var reason) ->
          Happening.of(words.endedFact(), by, day, recorded, reason == null ? "" : reason);
    };
  }

  private static String two(String asked, String agreed) {
    return Happening.two(asked, agreed);
  }
}
