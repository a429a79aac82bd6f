package cn.doublerandom.registry.inspector;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An inspector (执法检查人员) as the register keeps it.
 *
 * @param id the register's number
 * @param sealedName the name, readable only with the person's key
 * @param certificate 执法证号
 * @param certificateValidUntil last day of validity
 * @param skills 专长, ascending
 * @param qualifications absent in entries from before they were kept
 */
public record InspectorDetails(
    String id,
    String sealedName,
    String unit,
    String certificate,
    LocalDate certificateValidUntil,
    List<String> skills,
    InspectorStatus status,
    @Nullable Qualifications qualifications) {
  public InspectorDetails {
    skills = List.copyOf(skills);
  }

  /** The qualifications; empty ones where none are kept. */
  public Qualifications more() {
    return qualifications == null ? Qualifications.NONE : qualifications;
  }

  /** The last day on which one of the two certificates is valid. */
  public LocalDate certifiedUntil() {
    return Validity.of(this).until();
  }

  /** Without the numbers of the certificates, which are sealed with the name. */
  public InspectorDetails withoutOwn() {
    return numbered("", "");
  }

  /** Whether name and certificates are those of another entry. */
  boolean numberedAs(InspectorDetails other) {
    return sealedName.equals(other.sealedName)
        && certificate.equals(other.certificate)
        && more().provincialCertificate().equals(other.more().provincialCertificate());
  }

  /** The same with other numbers of the certificates. */
  public InspectorDetails numbered(String first, String provincial) {
    return new InspectorDetails(
        id,
        sealedName,
        unit,
        first,
        certificateValidUntil,
        skills,
        status,
        qualifications == null ? null : qualifications.numbered(provincial));
  }

  public InspectorDetails withSealedName(String sealed) {
    return new InspectorDetails(
        id, sealed, unit, certificate, certificateValidUntil, skills, status, qualifications);
  }

  /** The same of another unit, with other skills and qualifications. */
  InspectorDetails serving(String where, List<String> able, Qualifications its) {
    return new InspectorDetails(
        id,
        sealedName,
        where,
        certificate,
        certificateValidUntil,
        able,
        status,
        its.equals(Qualifications.NONE) ? null : its);
  }

  /** The same with other days of validity. */
  InspectorDetails valid(Validity validity) {
    Qualifications its = more().validUntil(validity.provincial());
    return new InspectorDetails(
        id,
        sealedName,
        unit,
        certificate,
        validity.certificate(),
        skills,
        status,
        its.equals(Qualifications.NONE) ? qualifications : its);
  }

  public InspectorDetails withStatus(InspectorStatus changed) {
    return new InspectorDetails(
        id, sealedName, unit, certificate, certificateValidUntil, skills, changed, qualifications);
  }

  /** The skills as the table has them, each with its level where one is kept: 道路货运:3. */
  public List<String> skillsWithLevels() {
    Map<String, Integer> levels = new HashMap<>();
    more().skillLevels().forEach(one -> levels.merge(one.skill(), one.level(), Math::max));
    return skills.stream()
        .map(skill -> levels.containsKey(skill) ? skill + ":" + levels.get(skill) : skill)
        .toList();
  }

  /** What a slot of a draw may ask for, ascending: {@code skill:…} and {@code unit:…}. */
  public List<String> tags() {
    List<String> tags = new ArrayList<>();
    skills.forEach(skill -> tags.add("skill:" + skill));
    tags.add("unit:" + unit);
    return tags.stream().sorted().toList();
  }
}
