-- What the course house offers: series, courses, editions, and what it tells about itself.
--
-- A row that others point to has the index u_…_scope, so that foreign keys carry the organisation and no row can point into another one's data.

CREATE TABLE venue (
    id UUID PRIMARY KEY NOT NULL,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    name TEXT NOT NULL,
    street TEXT NOT NULL,
    postcode TEXT,
    town TEXT NOT NULL,
    access_da TEXT,
    access_en TEXT
);
CREATE UNIQUE INDEX u_venue_scope ON venue (organisation_id, id);

CREATE TABLE course_series (
    id UUID PRIMARY KEY NOT NULL,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    slug TEXT NOT NULL,
    title_da TEXT NOT NULL,
    title_en TEXT NOT NULL,
    tagline_da TEXT NOT NULL,
    tagline_en TEXT NOT NULL,
    intro_da TEXT NOT NULL,
    intro_en TEXT NOT NULL,
    stance_da TEXT NOT NULL,
    stance_en TEXT NOT NULL,
    audience_da TEXT NOT NULL,
    audience_en TEXT NOT NULL,
    -- What is usual: shown under "practical" and filled in for a new edition.
    usual_price_ore BIGINT NOT NULL,
    usual_vat_basis_points BIGINT NOT NULL,
    usual_start TEXT NOT NULL,
    usual_end TEXT NOT NULL,
    usual_venue_id UUID,
    usual_deadline_days BIGINT NOT NULL,
    usual_min_seats BIGINT NOT NULL,
    catering_da TEXT NOT NULL,
    catering_en TEXT NOT NULL,
    contact_email TEXT NOT NULL,
    position BIGINT NOT NULL,
    published BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, usual_venue_id) REFERENCES venue (organisation_id, id)
);
CREATE UNIQUE INDEX u_course_series_scope ON course_series (organisation_id, id);
CREATE UNIQUE INDEX u_course_series_slug ON course_series (organisation_id, slug);

-- Those who offer a series together.
CREATE TABLE provider (
    id UUID PRIMARY KEY NOT NULL,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    series_id UUID NOT NULL,
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    profile_da TEXT NOT NULL,
    profile_en TEXT NOT NULL,
    position BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, series_id) REFERENCES course_series (organisation_id, id)
);
CREATE UNIQUE INDEX u_provider_slug ON provider (organisation_id, series_id, slug);

-- Content without dates.
CREATE TABLE course (
    id UUID PRIMARY KEY NOT NULL,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    series_id UUID NOT NULL,
    slug TEXT NOT NULL,
    format TEXT NOT NULL,
    level TEXT NOT NULL,
    price_unit TEXT NOT NULL,
    title_da TEXT NOT NULL,
    title_en TEXT NOT NULL,
    subtitle_da TEXT,
    subtitle_en TEXT,
    teaser_da TEXT NOT NULL,
    teaser_en TEXT NOT NULL,
    purpose_da TEXT NOT NULL,
    purpose_en TEXT NOT NULL,
    prerequisites_da TEXT,
    prerequisites_en TEXT,
    -- JSON: lists of {"da", "en"}.
    parts TEXT NOT NULL,
    outcomes TEXT NOT NULL,
    -- JSON: lists of words.
    themes TEXT NOT NULL,
    phases TEXT NOT NULL,
    position BIGINT NOT NULL,
    published BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, series_id) REFERENCES course_series (organisation_id, id)
);
CREATE UNIQUE INDEX u_course_scope ON course (organisation_id, id);
CREATE UNIQUE INDEX u_course_slug ON course (organisation_id, slug);
CREATE INDEX i_course_series ON course (organisation_id, series_id, position);

-- One run of a course.
CREATE TABLE edition (
    id UUID PRIMARY KEY NOT NULL,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    course_id UUID NOT NULL,
    state TEXT NOT NULL,
    -- Why it was cancelled, or run with fewer than the minimum.
    state_reason TEXT,
    -- The edition that takes its place.
    moved_to UUID REFERENCES edition (id),
    published BOOLEAN NOT NULL,
    mode TEXT NOT NULL,
    venue_id UUID,
    -- For participants only.
    online_link TEXT,
    -- Either a stretch of seasons ("2026-autumn") or rows in edition_day.
    season_first TEXT,
    season_last TEXT,
    capacity BIGINT,
    min_seats BIGINT NOT NULL,
    -- Either so many days before the first day, or a date.
    deadline_days BIGINT,
    deadline_day TEXT,
    price_ore BIGINT NOT NULL,
    price_unit TEXT NOT NULL,
    vat_category TEXT NOT NULL,
    vat_basis_points BIGINT NOT NULL,
    vat_exempt_reason TEXT,
    -- Raised to lock the row: seats are counted and taken behind it.
    lock_count BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, course_id) REFERENCES course (organisation_id, id),
    FOREIGN KEY (organisation_id, venue_id) REFERENCES venue (organisation_id, id),
    CONSTRAINT c_edition_season CHECK ((season_first IS NULL) = (season_last IS NULL)),
    CONSTRAINT c_edition_capacity CHECK (capacity IS NULL OR capacity BETWEEN 1 AND 1000),
    CONSTRAINT c_edition_deadline CHECK ((deadline_days IS NULL) <> (deadline_day IS NULL)),
    CONSTRAINT c_edition_price CHECK (price_ore >= 0)
);
CREATE UNIQUE INDEX u_edition_scope ON edition (organisation_id, id);
CREATE INDEX i_edition_course ON edition (organisation_id, course_id);
CREATE INDEX i_edition_state ON edition (organisation_id, state);

CREATE TABLE edition_day (
    id UUID PRIMARY KEY NOT NULL,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    edition_id UUID NOT NULL,
    day TEXT NOT NULL,
    -- On Danish clocks.
    starts TEXT NOT NULL,
    ends TEXT NOT NULL,
    FOREIGN KEY (organisation_id, edition_id) REFERENCES edition (organisation_id, id),
    CONSTRAINT c_edition_day_order CHECK (starts < ends)
);
CREATE UNIQUE INDEX u_edition_day ON edition_day (organisation_id, edition_id, day);
CREATE INDEX i_edition_day_day ON edition_day (organisation_id, day);

-- Held in earlier years, before the house kept its editions here.
CREATE TABLE past_course (
    id UUID PRIMARY KEY NOT NULL,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    kind TEXT NOT NULL,
    title_da TEXT NOT NULL,
    title_en TEXT NOT NULL,
    note_da TEXT NOT NULL,
    note_en TEXT NOT NULL,
    first_year BIGINT NOT NULL,
    last_year BIGINT NOT NULL,
    half TEXT,
    mode TEXT,
    participants BIGINT NOT NULL,
    CONSTRAINT c_past_course_years CHECK (first_year <= last_year)
);
CREATE INDEX i_past_course_year ON past_course (organisation_id, last_year);

-- Participants' words: shown while consent_withdrawn_at is empty, with course and year, never with a name.
CREATE TABLE testimonial (
    id UUID PRIMARY KEY NOT NULL,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    course_id UUID,
    course_title_da TEXT NOT NULL,
    course_title_en TEXT NOT NULL,
    year BIGINT NOT NULL,
    quote_da TEXT NOT NULL,
    quote_en TEXT NOT NULL,
    consent_text TEXT NOT NULL,
    consent_at BIGINT NOT NULL,
    consent_withdrawn_at BIGINT,
    position BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, course_id) REFERENCES course (organisation_id, id)
);
CREATE INDEX i_testimonial_course ON testimonial (organisation_id, course_id);

-- Sections of pages in the house's own words.
CREATE TABLE page_text (
    id UUID PRIMARY KEY NOT NULL,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    text_key TEXT NOT NULL,
    heading_da TEXT NOT NULL,
    heading_en TEXT NOT NULL,
    body_da TEXT NOT NULL,
    body_en TEXT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX u_page_text_key ON page_text (organisation_id, text_key);
