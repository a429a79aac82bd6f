package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.draw.protocol.Progress;
import cn.doublerandom.servicekit.job.Job;

/** What is done in the course of a job of the draws, and how far it is. */
final class JobSteps {
  private JobSteps() {}

  /** 读取名录: subjects read. */
  static Progress reading(Job job) {
    return (done, of) -> job.at("READING_REGISTER", done, of);
  }

  /** 配组: subjects seated, lots taken, and what passes on. */
  static Progress teams(Job job) {
    return (done, of) -> job.at("DRAWING_TEAMS", done, of);
  }

  /** The last moment at which it can be called off. */
  static void deciding(Job job) {
    job.at("DECIDING", 0, 0);
  }
}
