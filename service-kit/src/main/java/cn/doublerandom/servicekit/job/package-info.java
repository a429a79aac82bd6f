/**
 * Work that takes longer than an answer may (作业): it goes on for who asked, can be looked at and
 * cancelled, and leaves nothing half done.
 */
@NullMarked
@SchemaName(of = Job.Seen.class, is = "Job")
@SchemaName(of = Job.State.class, is = "JobState")
package cn.doublerandom.servicekit.job;

import cn.doublerandom.servicekit.openapi.SchemaName;
import org.jspecify.annotations.NullMarked;
