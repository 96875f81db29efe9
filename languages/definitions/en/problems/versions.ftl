version-unknown = { $name } has no version { $value }. Versions that came: { $allowed }.
nothing-to-compare = { $count ->
    [0] Nothing that counts has come from { $name } yet
   *[other] { $name } has sent one version so far
 }, so there are no two versions to compare.
original-unknown = “{ $value }” is neither a version of { $name } nor the beginning (eight characters or more) of the digest of exactly one of its files. Allowed: { $allowed }.
original-none = No file has come from { $name } yet, so there is none to copy.
original-missing = The bytes of this file are not there any more, although the record says that they came. Take them from a backup of the folder; nothing was copied.
original-altered = The bytes that lie here are not those that came: they would have the digest { $digest }. Somebody or something has changed them since; take them from a backup of the folder. Nothing was copied.
copy-exists = There is something under this name already, and it is never written over. Choose another name for the copy.
