package cn.doublerandom.publication.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One subject's public data. */
@Entity
@Table(name = "registry_subject_view")
class KnownSubjectRow extends Document {}
