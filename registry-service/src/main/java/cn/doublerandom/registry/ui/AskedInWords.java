package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.inspector.Inspector;
import cn.doublerandom.registry.inspector.Narrowing;
import cn.doublerandom.registry.inspector.RecusalAsked;
import cn.doublerandom.registry.inspector.Validity;
import cn.doublerandom.registry.subject.Departure;
import cn.doublerandom.registry.subject.Revision;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectStatus;
import cn.doublerandom.servicekit.ui.Desk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a second person, in the reader's language: the rules say it in Chinese, as
 * programs read it, and here the same is said in English.
 */
final class AskedInWords {
  private final boolean english;
  private final RegistryWords words;
  private final InspectorWords ofInspectors;

  private AskedInWords(boolean english, RegistryWords words, InspectorWords ofInspectors) {
    this.english = english;
    this.words = words;
    this.ofInspectors = ofInspectors;
  }

  /** As the reader of a page reads. */
  static AskedInWords of(Desk desk) {
    return new AskedInWords(
        desk.readsEnglish(), desk.words(RegistryWords.class), desk.words(InspectorWords.class));
  }

  /** What waits of a subject that has a status now. */
  String of(Subject.StatusAsked asked, SubjectStatus now) {
    if (!english) {
      return asked.inWordsOf(now);
    }
    List<String> said = new ArrayList<>();
    if (asked.asksStatus()) {
      String isNew = now == SubjectStatus.UNCONFIRMED ? "new on the register, " : "";
      said.add(isNew + words.stateOf(asked.status()) + " from " + asked.effective());
    }
    Revision revision = asked.revision();
    if (revision != null) {
      said.add(
          "another "
              + revision.parts().stream()
                  .map(AskedInWords::part)
                  .collect(Collectors.joining(", ")));
    }
    Departure departure = asked.departure();
    if (departure != null) {
      of(departure, said);
    }
    return sentence(said, asked.by(), asked.batch());
  }

  private void of(Departure departure, List<String> said) {
    departure.lostLabels().forEach(label -> said.add("without the label “" + label + "”"));
    List<String> gained = departure.gainedLabels();
    if (gained != null) {
      gained.forEach(label -> said.add("with the label “" + label + "”"));
    }
    if (departure.riskClass() != null) {
      said.add("credit class " + words.riskOf(departure.riskClass()));
    }
    if (departure.since() != null) {
      said.add("founded on " + departure.since());
    }
  }

  private static String part(Revision.Part part) {
    return switch (part) {
      case NAME -> "name";
      case REGION -> "region";
      case OWNER -> "owner";
      case CONTRACTOR -> "contractor";
      case PERSON -> "personal data (name, address, numbers)";
      case LICENCE -> "licence";
    };
  }

  private static String sentence(List<String> said, String by, @Nullable String batch) {
    return String.join(", ", said)
        + "; asked for by "
        + by
        + (batch == null ? "" : " (batch " + batch + ")");
  }

  /** What waits of an inspector. */
  String of(Inspector.AbsenceAsked asked) {
    if (!english) {
      return asked.inWords();
    }
    List<String> said = new ArrayList<>();
    if (asked.leave() != null) {
      said.add("on leave from " + asked.leave().from() + " to " + asked.leave().until());
    }
    if (asked.leftFrom() != null) {
      said.add("out of service from " + asked.leftFrom());
    }
    if (asked.activeFrom() != null) {
      said.add("in service from " + asked.activeFrom());
    }
    if (asked.validity() != null) {
      said.add("certificate valid until " + until(asked.validity()));
    }
    if (asked.narrowing() != null) {
      of(asked.narrowing(), said);
    }
    var revision = asked.revision();
    if (revision != null) {
      revision.gained().forEach(skill -> said.add("with the skill “" + skill + "”"));
      revision.parts().forEach(part -> part(part, said));
    }
    return sentence(said, asked.by(), asked.batch());
  }

  private static String until(Validity validity) {
    LocalDate provincial = validity.provincial();
    return provincial == null || provincial.equals(validity.certificate())
        ? validity.certificate().toString()
        : validity.certificate() + " (that of the province until " + provincial + ")";
  }

  private static void of(Narrowing narrowing, List<String> said) {
    narrowing.skills().forEach(skill -> said.add("without the skill “" + skill + "”"));
    if (narrowing.unit() != null) {
      said.add("of the unit “" + narrowing.unit() + "”");
    }
    var employers = narrowing.formerEmployers();
    if (employers != null) {
      said.add(
          "former employers: "
              + listed(employers.stream().map(e -> e.subject() + "/" + e.until()).toList()));
    }
    if (narrowing.shareholdings() != null) {
      said.add("shares in: " + listed(narrowing.shareholdings()));
    }
  }

  private static String listed(List<String> all) {
    return all.isEmpty() ? "none" : String.join(", ", all);
  }

  /** Skills that are gained are said one by one. */
  private static void part(
      cn.doublerandom.registry.inspector.Revision.Part part, List<String> said) {
    switch (part) {
      case IDENTITY -> said.add("another name or number of his certificate");
      case SKILLS -> {}
      case SKILL_LEVELS -> said.add("other levels of his skills");
      case REGION -> said.add("another region");
      case CAPACITY -> said.add("another limit of what he takes on");
    }
  }

  /** A recusal that waits, or its end. */
  String of(RecusalAsked asked) {
    return english
        ? sentence(
            List.of(
                (asked.revokes() ? "no more recused from " : "recused from ")
                    + asked.recusal().subject()
                    + " ("
                    + ofInspectors.recusalReason(asked.recusal().reason())
                    + ")"),
            asked.by(),
            asked.batch())
        : asked.inWords();
  }
}
