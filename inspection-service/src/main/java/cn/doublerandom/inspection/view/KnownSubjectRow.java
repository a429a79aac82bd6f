package cn.doublerandom.inspection.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One subject the registry told of. */
@Entity
@Table(name = "registry_subject_view")
class KnownSubjectRow extends Document {}
