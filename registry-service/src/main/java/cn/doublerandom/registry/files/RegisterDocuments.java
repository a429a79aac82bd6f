package cn.doublerandom.registry.files;

import cn.doublerandom.eventstore.person.PersonKeys;
import cn.doublerandom.registry.application.RegisterPapers;
import cn.doublerandom.registry.subject.SubjectDirectory;
import cn.doublerandom.servicekit.identity.Practice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;

/** The register as files to take away, from its directory. */
@ApplicationScoped
class RegisterDocuments implements RegisterPapers {
  private final SubjectDirectory directory;
  private final PersonKeys people;
  private final Practice practice;

  @Inject
  RegisterDocuments(SubjectDirectory directory, PersonKeys people, Practice practice) {
    this.practice = practice;
    this.directory = directory;
    this.people = people;
  }

  @Override
  public Pages subjects(boolean opensPeople, LocalDate today, Form form) throws IOException {
    return new SubjectExport(directory, people, opensPeople, today, form, practice.isNow());
  }

  @Override
  public Pages fileDrop() throws IOException {
    return new FileDrop(directory);
  }
}
