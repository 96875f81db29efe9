# The registry of stakeholders. Where words are separated by "|", the first is printed and all of them are understood.

heading-name = Name | Body | Organization | Organisation | Institution | Stakeholder
heading-kind = Kind | Type | Category
heading-sector = Sector | Field | Area
heading-mandates = Mandates | Mandate | Articles | Topics
heading-languages = Languages | Language
heading-contact = Contact | Contact person | Contact name
heading-email = E-mail | Email | Mail | E-mail address
heading-telephone = Telephone | Phone | Mobile
heading-at-risk = At risk | Risk | Needs protection
heading-attribution = Attribution | May be named | Disclosure
heading-id = Id | Identifier | Code
heading-regions = Regions | Region | Province | Provinces
heading-expertise = Expertise | Topics of expertise | Areas of expertise | Knows about | Expert in
heading-focal = Regional focal point | Focal point | Focal point for | Regional focal point for
heading-events = Events | Events attended | Meetings | Meetings attended
heading-trainings = Trainings | Training | Trainings completed | Trained in
heading-notes = Notes | Note | Remarks | Comments

kind-authority = Authority | Public authority | Government | Ministry | Agency
kind-ngo = NGO | Non-governmental organization | Non-governmental organisation | Civil society | Civil society organization | CSO | Association
kind-academia = Academia | Academic | University | Research
kind-private-sector = Private sector | Private | Business | Company
kind-other = Other

yes = Yes | Y | X | True | 1
no = No | N | False | 0

attribution-named = Named | By name | Name
attribution-by-type = By type | Type
attribution-anonymous = Anonymous | Withheld

everything = Everything | All | All articles | All of it
article-words = article | articles | art | arts | of | the
to-words = to
