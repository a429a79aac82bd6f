package cn.doublerandom.registry.subject;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A row that changes who a subject is, and waits as a whole: under whose name a finding is
 * published is not for one person to say (ADR 26).
 *
 * @param told the entry as the row tells it; what is a person's own only his key tells
 * @param parts what of it is somebody else's now, in the order of {@link Part}
 */
public record Revision(SubjectDetails told, List<Part> parts) {
  /** What says who a subject is. */
  public enum Part {
    NAME("名称"),
    REGION("行政区划"),
    OWNER("建设单位或所有人"),
    CONTRACTOR("施工单位"),
    /** Of a person, or of who owns the subject: sealed, and readable only with his key. */
    PERSON("个人信息（姓名、住址、证号等）"),
    LICENCE("许可证");

    private final String text;

    Part(String text) {
      this.text = text;
    }
  }

  public Revision {
    parts = List.copyOf(parts);
  }

  /** What a row changes; its parts are empty where the subject is who it was. */
  static Revision between(SubjectDetails before, SubjectDetails told) {
    Particulars was = before.more();
    Particulars is = told.more();
    Set<Part> parts = EnumSet.noneOf(Part.class);
    if (!before.name().equals(told.name())) {
      parts.add(Part.NAME);
    }
    if (!was.region().equals(is.region())) {
      parts.add(Part.REGION);
    }
    if (!was.owner().equals(is.owner())) {
      parts.add(Part.OWNER);
    }
    if (!was.contractor().equals(is.contractor())) {
      parts.add(Part.CONTRACTOR);
    }
    if (!was.sealedName().equals(is.sealedName())) {
      parts.add(Part.PERSON);
    }
    if (told.kind() == SubjectKind.PERSON && !was.licences().equals(is.licences())) {
      parts.add(Part.LICENCE);
    }
    return new Revision(told, new ArrayList<>(parts));
  }

  /** Names nobody: what a name was and becomes is read by who may open it. */
  String inWords() {
    return parts.stream().map(part -> part.text).collect(Collectors.joining("、", "改变", ""));
  }
}
