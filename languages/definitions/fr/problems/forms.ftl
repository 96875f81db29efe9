bad-form-name = « { $name } » ne peut pas être le nom d’un formulaire, d’une partie ni d’une question. Écrivez des minuscules et des chiffres en commençant par une lettre, au besoin avec des traits d’union isolés, par exemple name ou your-role.
duplicate-part = La partie « { $name } » figure deux fois, d’abord en { $first }. Donnez un autre nom à l’une des deux.
field-filled-twice = « { $item } » remplit le champ « { $fills } » du registre, et « { $other } » aussi. Une seule réponse remplit un champ : supprimez « fills: » de l’une des deux.
unknown-answer = « { $key } » cite « { $value } », qui n’est pas une réponse à « { $item } ». Ses réponses : { $allowed }. Corrigez la valeur.
answer-not-fixed = « { $key } » compte des réponses fixes, et « { $item } » est de type « { $type } ». Supprimez « { $key }: », ou prenez le type scale, yes-no, choice ou choices.
required-conditional = « { $item } » n’est posée qu’à ceux qui remplissent la condition de son « enableWhen » : personne ne la doit d’emblée. Supprimez « required: true » ou la condition.
unknown-concern = « { $item } » concerne « { $name } », qui ne figure dans aucun instrument. Écrivez l’instrument, l’article et, au besoin, le paragraphe, par exemple untoc.24 ou untoc.24.2(b).
